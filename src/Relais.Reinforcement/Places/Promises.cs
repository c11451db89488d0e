using Relais.Missions.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Places;

/// <summary>A settled place as the mission that it becomes.</summary>
internal static class Promises
{
    public static NewMission Mission(this Assignment assignment, Need need, Offer offer) =>
        new(assignment.Origin(), assignment.PersonId, need.Finess, need.CommuneCode, need.Cell.Label, assignment.Terms(need, offer));

    public static MissionOrigin Origin(this Assignment assignment) => new(PlaceKeeper.Source, assignment.Id);

    public static MissionTerms Terms(this Assignment assignment, Need need, Offer offer)
    {
        var hours = need.HoursOf(assignment.TakenAt, offer.Minutes);
        return new MissionTerms
        {
            When = hours,
            TimeZone = need.TimeZone,
            BreakMinutes = need.BreakOf(hours),
            Site = need.Site,
            ContactName = need.ContactName,
            ContactPhone = need.ContactPhone,
            Instructions = need.Instructions,
        };
    }
}
