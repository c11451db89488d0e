using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;

namespace Relais.Reinforcement.Exclusions;

/// <summary>Who and which establishments do not work together.</summary>
internal sealed class ExclusionList(RelaisDb db)
{
    /// <summary>The persons whom an establishment is never proposed, whichever of the two said so.</summary>
    public async Task<IReadOnlySet<Guid>> AtAsync(Finess finess, CancellationToken cancellation) =>
        (await db.Set<Exclusion>().AsNoTracking().Where(one => one.Finess == finess).Select(one => one.PersonId).ToListAsync(cancellation))
            .Select(person => person.Value).ToFrozenSet();

    /// <summary>The establishments with which a person does not work; where both said so, what the person said, which they can lift.</summary>
    public async Task<IReadOnlyDictionary<Finess, ExclusionSide>> OfAsync(PersonId person, CancellationToken cancellation) =>
        (await db.Set<Exclusion>().AsNoTracking().Where(one => one.PersonId == person).Select(one => new { one.Finess, one.Side }).ToListAsync(cancellation))
            .GroupBy(one => one.Finess).ToDictionary(group => group.Key, group => group.Min(one => one.Side));

    /// <summary>The same for one pair; nothing when neither said so.</summary>
    public async Task<ExclusionSide?> BetweenAsync(PersonId person, Finess finess, CancellationToken cancellation)
    {
        var sides = await db.Set<Exclusion>().AsNoTracking().Where(one => one.PersonId == person && one.Finess == finess).Select(one => one.Side).ToListAsync(cancellation);
        return sides.Count is 0 ? null : sides.Min();
    }

    /// <summary>What one side said, the latest first.</summary>
    public IQueryable<Exclusion> SaidBy(ExclusionSide side) =>
        db.Set<Exclusion>().AsNoTracking().Where(one => one.Side == side).OrderByDescending(one => one.Since).ThenBy(one => one.Id);
}
