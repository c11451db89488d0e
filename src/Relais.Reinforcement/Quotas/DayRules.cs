using Relais.Accounts.Contracts;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Quotas;

/// <summary>Looked at again when somebody says yes: what was asked may have waited while other days were taken, or an agreement ended.</summary>
internal sealed class DayRules(IVolunteers volunteers, ReinforcementDays days)
{
    /// <returns>The code of the rule on days that stops the person; nothing when none does.</returns>
    public async Task<string?> WhyNotAsync(PersonId person, Need need, CancellationToken cancellation)
    {
        var limits = await volunteers.DayLimitsAsync(person, cancellation);
        var day = PlaceTime.DayOf(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone));
        var held = await days.OfAsync([(person.Value, limits)], day, day, cancellation);
        return limits.LacksAgreement(day) ? ProfileRules.Agreement : limits.WhyNot(held[person.Value].ToHashSet(), day);
    }
}
