using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.EmployerShifts;
using Relais.Kernel.Data;

namespace Relais.Commitments.Holding;

/// <summary>
/// Whose hours at their own employer are known. Somebody who told a shift of the week before, or a later one, has told
/// their hours; a calendar that ended in March says nothing of July.
/// </summary>
internal sealed class EmployerKnowledge(RelaisDb db)
{
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(7);

    public async Task<bool> IsKnownAsync(Guid person, DateTimeOffset at, CancellationToken cancellation) =>
        (await WhoseHoursAreKnownAsync([person], at, cancellation)).Count > 0;

    public async Task<IReadOnlySet<Guid>> WhoseHoursAreKnownAsync(IReadOnlyCollection<Guid> persons, DateTimeOffset at, CancellationToken cancellation)
    {
        var since = at - ToldFor;
        var ids = persons.Select(person => new PersonId(person)).ToList();
        var withShifts = await db.Set<Commitment>()
            .Where(shift => shift.AtEmployer && shift.ReleasedAt == null && shift.PartyKind == PartyKind.Person && shift.EndsAt > since)
            .Where(shift => EF.Parameter(persons).Contains(shift.PartyId))
            .Select(shift => shift.PartyId)
            .Distinct()
            .ToListAsync(cancellation);
        var without = await db.Set<NoEmployer>()
            .Where(declaration => EF.Parameter(ids).Contains(declaration.PersonId))
            .Select(declaration => declaration.PersonId)
            .ToListAsync(cancellation);
        return withShifts.Concat(without.Select(person => person.Value)).ToHashSet();
    }
}
