using Relais.Commitments.Contracts;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Quotas;

/// <summary>On which days people are held to reinforcement: read only of those whose days are counted.</summary>
internal sealed class ReinforcementDays(ICommitments commitments)
{
    /// <param name="people">Those who set no limit, nor have one, are not read.</param>
    /// <param name="first">The first day asked about; its whole year counts.</param>
    /// <param name="last">The last one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The days by person; nothing for who has none, or is not counted.</returns>
    public async Task<ILookup<Guid, DateOnly>> OfAsync(IEnumerable<(Guid Person, DayLimits Limits)> people, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var counted = people.Where(person => person.Limits.CountsDays).Select(person => person.Person).Distinct().ToList();
        if (counted.Count is 0)
        {
            return Array.Empty<DateOnly>().ToLookup(_ => Guid.Empty);
        }

        // A day more on both sides: the clocks of places differ from those of Greenwich.
        var years = new Interval(
            new DateTimeOffset(first.Year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-1), new DateTimeOffset(last.Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(1));
        return (await commitments.ListAsync(PartyKind.Person, counted, years, cancellation)).SelectMany(held => held)
            .Where(held => held.Source == PlaceKeeper.Source)
            .ToLookup(held => held.PartyId, held => PlaceTime.DayOf(held.When.Start, TimeZoneInfo.FindSystemTimeZoneById(held.TimeZone)));
    }
}
