using System.Globalization;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>
/// Any set of communes in one address: territories, communes more and communes less, joined by « + »:
/// <c>245614417+29018+~56066</c> is an EPCI with Brennilis and without Gourin. A territory may be taken as of a day:
/// <c>PAYS-COB@2025-06-01</c>.
/// </summary>
/// <param name="Territories">All their communes belong to the set.</param>
/// <param name="Added">Communes that belong to it besides.</param>
/// <param name="Removed">Communes that do not, whatever the rest says.</param>
public sealed record TerritorySet(IReadOnlyList<DatedTerritory> Territories, IReadOnlyList<CommuneCode> Added, IReadOnlyList<CommuneCode> Removed)
{
    /// <summary>The longest text of one address, in characters: some three hundred communes named one by one.</summary>
    public const int Longest = 2_000;

    /// <summary>Before a commune that does not belong to the set; nothing in an address needs to be written otherwise for it.</summary>
    private const char Less = '~';

    private const char OnDay = '@';

    /// <summary>Whether it is territories as they are, no commune more or less.</summary>
    public bool IsWhole => Added.Count + Removed.Count is 0;

    /// <summary>The set, or what is wrong with the text. Nothing is looked up: a code may name nothing.</summary>
    public static Parsed<TerritorySet> Parse(string? text)
    {
        var terms = (text ?? "").Split(['+', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (terms.Length is 0 || text!.Length > Longest)
        {
            return new IdentifierProblem("territory_set_size", "Indiquez un territoire, ou moins de communes à la fois.");
        }

        var (territories, added, removed) = (new List<DatedTerritory>(), new List<CommuneCode>(), new List<CommuneCode>());
        foreach (var term in terms)
        {
            if (CommuneCode.Parse(term.TrimStart(Less)).Value is { } commune)
            {
                (term[0] is Less ? removed : added).Add(commune);
                continue;
            }

            var dated = DatedTerritory.Parse(term, OnDay);
            if (!dated.IsValid)
            {
                return dated.Problem;
            }

            territories.Add(dated.Value);
        }

        return new TerritorySet([.. territories.Distinct()], [.. added.Distinct()], [.. removed.Distinct()]);
    }

    /// <summary>The same, with the lists of that day for the territories that say no day.</summary>
    public TerritorySet AsOf(DateOnly day) => this with { Territories = [.. Territories.Select(territory => territory with { On = territory.On ?? day })] };

    /// <summary>As addresses have it; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => string.Join('+',
    [
        .. Territories.Select(territory => territory.On is { } day ? string.Create(CultureInfo.InvariantCulture, $"{territory.Code}{OnDay}{day:yyyy-MM-dd}") : territory.Code.Value),
        .. Added.Select(code => code.Value),
        .. Removed.Select(code => $"{Less}{code}"),
    ]);
}

/// <param name="On">The day on which its list of communes is taken; today's without.</param>
public sealed record DatedTerritory(TerritoryCode Code, DateOnly? On)
{
    internal static Parsed<DatedTerritory> Parse(string text, char onDay)
    {
        var at = text.IndexOf(onDay, StringComparison.Ordinal);
        var code = TerritoryCode.Parse(at < 0 ? text : text[..at]);
        if (!code.IsValid)
        {
            return code.Problem;
        }

        if (at < 0)
        {
            return new DatedTerritory(code.Value, On: null);
        }

        return DateOnly.TryParseExact(text[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DatedTerritory(code.Value, day)
            : new IdentifierProblem("territory_wrong_day", "Un jour s’écrit 2026-06-01 : corrigez « {0} ».", text[(at + 1)..]);
    }
}
