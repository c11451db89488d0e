using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Places;

/// <summary>A settled place as the mission that it becomes.</summary>
internal static class Promises
{
    public static NewMission Mission(this Assignment assignment, Need need) =>
        new(assignment.Origin(), assignment.PersonId, need.Finess, need.CommuneCode, need.Cell.Label, need.Terms());

    public static MissionOrigin Origin(this Assignment assignment) => new(PlaceKeeper.Source, assignment.Id);

    public static MissionTerms Terms(this Need need) => new()
    {
        When = new Interval(need.StartsAt, need.EndsAt),
        TimeZone = need.TimeZone,
        BreakMinutes = need.BreakMinutes,
        Site = need.Site,
        ContactName = need.ContactName,
        ContactPhone = need.ContactPhone,
        Instructions = need.Instructions,
    };
}
