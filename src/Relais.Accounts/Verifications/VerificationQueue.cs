using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Design.Files;
using Relais.Kernel.Data;
using Relais.Kernel.Rules;

namespace Relais.Accounts.Verifications;

/// <param name="IsLate">Has waited for longer than the rule in force promises.</param>
internal sealed record QueueLine(Guid Id, string Kind, Guid Subject, PersonId Person, DateTimeOffset SubmittedAt, bool IsLate);

/// <summary>What waits for a decision where the person who looks may decide.</summary>
internal sealed class VerificationQueue(RelaisDb db, CurrentUser user, IScopeResolver places, DatedRules rules, TimeProvider clock)
{
    public static readonly IReadOnlyList<Role> Deciders = [Role.Coordinator, Role.NationalCrisisCentre, Role.Administrator];

    public async Task<(IReadOnlyList<QueueLine> Lines, int Total)> ListAsync(string? kind, PageRows rows, CancellationToken cancellation)
    {
        var waiting = await InScopeAsync(cancellation);
        if (kind is not null)
        {
            waiting = waiting.Where(v => v.Kind == kind);
        }

        var late = await PromiseAsync(cancellation) is { } promise ? clock.GetUtcNow() - promise : DateTimeOffset.MinValue;
        var total = await waiting.CountAsync(cancellation);
        var cases = await waiting.OrderBy(v => v.SubmittedAt).Skip(rows.Skip).Take(rows.Take).ToListAsync(cancellation);
        return (cases.ConvertAll(v => new QueueLine(v.Id, v.Kind, v.SubjectId, v.PersonId, v.SubmittedAt, v.SubmittedAt < late)), total);
    }

    /// <summary>Within how long a case is promised to be decided.</summary>
    public async Task<TimeSpan?> PromiseAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await rules.FindAsync<Delay>("delay", "verification", today, cancellation) is { } rule ? TimeSpan.FromDays(rule.Value.Days) : null;
    }

    private async Task<IQueryable<Verification>> InScopeAsync(CancellationToken cancellation)
    {
        var waiting = db.Set<Verification>().AsNoTracking().Where(v => v.State == VerificationState.Waiting);
        var scopes = user.ScopesOf(Deciders);
        if (scopes.Contains(Scope.National))
        {
            return waiting;
        }

        var communes = await places.CommunesOfAsync(scopes, cancellation);

        return waiting.Where(v => communes.Contains(v.Commune));
    }

    private sealed record Delay(int Days);
}
