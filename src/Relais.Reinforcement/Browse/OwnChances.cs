using System.Collections.Frozen;
using Relais.Kernel.Identifiers;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Substitution;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Browse;

/// <summary>
/// One person before any number of needs, judged by the rules that decide who is asked. Those that keep people from being
/// asked too often, or at the wrong hour, are left out: who comes forward is not asked.
/// </summary>
/// <param name="held">Everything that the person is held to around the needs.</param>
/// <param name="days">The days on which the person is held to reinforcement, of every year that the needs meet.</param>
/// <param name="permitted">Who may hold which post with another diploma.</param>
/// <param name="exclusions">The establishments with which the person does not work, and who of the two said so.</param>
internal sealed class OwnChances(
    Candidate person, CommuneTable communes, IReadOnlyList<Duty> held, IReadOnlySet<DateOnly> days, IReadOnlyDictionary<Finess, ExclusionSide> exclusions, SubstitutionTable permitted, RestCheck rest, DateTimeOffset now)
{
    private readonly FrozenSet<Guid> _self = [person.Person];

    public NearbyNeed Judge(Need need, Offer? offer)
    {
        var minutes = communes.MinutesTo(need.CommuneCode, person);
        ExclusionSide? side = exclusions.TryGetValue(need.Finess, out var known) ? known : null;
        var profile = need.ForOne(communes, minutes, side is null ? FrozenSet<Guid>.Empty : _self, permitted, now);
        return new NearbyNeed(need, minutes, ProfileRules.IsDeclaredFree(person, profile), offer, Standing(offer) ?? WhyNot(need, profile, minutes))
        {
            ExcludedBy = side,
            StandsInAs = Funnel.StandsIn(person, profile) is { } substitute ? Profession.All[substitute.Profession] : null,
        };
    }

    /// <summary>What was said about this need already: a no may be taken back, a withdrawal may not.</summary>
    private static string? Standing(Offer? offer) => offer switch
    {
        { State: OfferState.Withdrawn } => "withdrawn",
        { State: OfferState.Ended, WasLeftOpen: false } => "ended",
        _ => null,
    };

    private string? WhyNot(Need need, NeedProfile profile, int? minutes)
    {
        if (Funnel.WhyNot(person, profile) is { } rule)
        {
            return rule;
        }

        if (!need.CanStillBeReached(now, minutes))
        {
            return "late";
        }

        var around = rest.WindowAround(person.Regime, profile.When, profile.Zone);
        var survivor = new Survivor(person, minutes, IsDeclaredFree: false);
        var unasked = PersonNow.Free with { Held = [.. held.Where(duty => duty.When.Overlaps(around))], Days = days };
        return AskingRules.WhyNot(survivor, unasked, profile, need.WorkedMinutesOf(profile.When), rest);
    }
}
