using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Administration;

/// <param name="Value">The scope that was meant.</param>
/// <param name="Problem">Or what to correct.</param>
internal sealed record ReadScope(Scope? Value, string? Problem);

/// <summary>Reads where a role is to hold, as an administrator types it: a FINESS number, a territory's code, or nothing.</summary>
internal sealed class ScopeChoice(IScopeResolver places, Words T)
{
    /// <summary>Those that an administrator gives; one becomes a volunteer by registering.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Enum.GetValues<Role>().Where(role => role is not Role.Volunteer)];

    public async ValueTask<ReadScope> ReadAsync(Role role, string? typed, CancellationToken cancellation)
    {
        var kinds = RoleScopes.KindsOf(role);
        var text = typed?.Trim() ?? "";
        if (text.Length is 0)
        {
            return kinds.Contains("national")
                ? new ReadScope(Scope.National, Problem: null)
                : Refuse(kinds.Contains("facility") ? T["Indiquez le numéro FINESS de l’établissement"] : T["Indiquez le code du territoire, par exemple REG-53 ou DEP-29"]);
        }

        return kinds switch
        {
            _ when kinds.Contains("facility") => await ReadFacilityAsync(text, cancellation),
            _ when kinds.Contains("network") && Guid.TryParse(text, out var network) => new ReadScope(new Scope.Network(network), Problem: null),
            _ when kinds.Contains("territory") => await ReadTerritoryAsync(text, cancellation),
            _ => Refuse(T["Ce rôle vaut pour tout le pays : laissez ce champ vide"]),
        };
    }

    private async ValueTask<ReadScope> ReadFacilityAsync(string text, CancellationToken cancellation) => Finess.Parse(text) switch
    {
        { IsValid: false } parsed => Refuse(parsed.Problem.In(T)),
        { Value: { } finess } when await places.NameOfFacilityAsync(finess.Value, cancellation) is null => Refuse(T["Aucun établissement connu n’a le numéro {0}", finess.Printed]),
        { Value: { } finess } => new ReadScope(new Scope.Facility(finess.Value), Problem: null),
    };

    private async ValueTask<ReadScope> ReadTerritoryAsync(string text, CancellationToken cancellation) => TerritoryCode.Parse(text) switch
    {
        { IsValid: false } parsed => Refuse(parsed.Problem.In(T)),
        { Value: { } code } when await places.NameOfTerritoryAsync(code.Value, cancellation) is null => Refuse(T["Aucun territoire connu n’a le code {0}", code.Value]),
        { Value: { } code } => new ReadScope(new Scope.Territory(code.Value), Problem: null),
    };

    private static ReadScope Refuse(string problem) => new(Value: null, problem);
}
