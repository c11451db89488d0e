using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Volunteers;

/// <summary>Dossiers for tests: a nurse of Carhaix who can come on weekdays by day.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static readonly ProfessionUnit NurseOfIntensiveCare = ProfessionUnit.Find("nurse.intensive-care")!;

    public static NewVolunteer Nurse(PersonId? person = null) => new()
    {
        Person = person ?? PersonId.New(),
        Status = VolunteerStatus.Active,
        Regime = Regime.HospitalAgent,
        Skills = [new Skill(NurseOfIntensiveCare, Years: 6, LastPractised: new DateOnly(2026, 10, 1))],
        Reach = new Reach
        {
            Home = CommuneCode.Stored("29024"),
            TravelMinutes = 45,
            Zones = [new Zone(ZoneKind.Epci, "245614417")],
        },
        Readiness = new Readiness
        {
            Week = Enumerable.Range(0, 5).Aggregate(WeekGrid.Empty, (week, day) => week.With(day, 7, 14)),
            NoticeHours = 4,
        },
        At = At,
    };
}
