using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Matching.Rest;
using Relais.Missions.Complaints;
using Relais.Missions.Contracts;
using Relais.Missions.Owed;
using Relais.Missions.Welcome;
using Relais.Territory.Contracts;

namespace Relais.Missions.Demonstration;

/// <summary>Invents a care assistant who came last month, was thanked, and complains that nobody has said what she is paid.</summary>
internal sealed class MissionsDemonstration(RelaisDb db, IPeople people, IFacilities facilities, IMissions missions) : IDemonstration
{
    private const string Room = "demonstration";

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var hospital = (await facilities.SearchAsync("centre hospitalier", 20, cancellation)).First(facility => facility.Name.Contains("Carhaix", StringComparison.Ordinal));
        var person = people.Create(new NewPerson("Nolwenn", "Riou"));
        await db.SaveChangesAsync(cancellation);

        var origin = new MissionOrigin(Room, Guid.CreateVersion7());
        var startsAt = new DateTimeOffset(run.Now.UtcDateTime.Date.AddDays(-33).AddHours(6), TimeSpan.Zero);
        await missions.OpenAsync(new NewMission(origin, person, hospital.Number, hospital.Commune, "Aide-soignant, gériatrie", Terms(startsAt)), cancellation);
        await missions.AgreeAsPlannedAsync(origin, cancellation);
        var mission = db.Set<Life.Mission>().Local.Single(known => known.OriginRoom == Room);
        var due = new Due { MissionId = mission.Id, Kind = DueKind.NoRate, Label = "", Payer = Payer.HealthInsurance, Currency = Due.Euro, StatedAt = startsAt.AddHours(9) };
        db.Add(due);
        db.AddRange(UsualWelcome.Lines.Select((line, rank) => new WelcomeItem { Finess = hospital.Number, Label = line.Label, Each = line.Each, Rank = rank }));
        db.Add(new Complaint { DueId = due.Id, Words = "Personne ne m’a dit combien je serai payée, ni quand.", MadeAt = run.Now.AddDays(-3) });
        db.Add(new Appraisal.Thanks { MissionId = mission.Id, Words = "L’équipe a tenu grâce à vous.", GivenAt = startsAt.AddDays(1) });
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static MissionTerms Terms(DateTimeOffset startsAt) => new()
    {
        When = new Interval(startsAt, startsAt.AddHours(8)),
        TimeZone = CommuneTimeZones.Metropolitan,
        BreakMinutes = 30,
        Site = "Bâtiment A, rez-de-chaussée",
        ContactName = "Maïwenn Caradec",
        ContactPhone = "02 98 00 00 00",
        Instructions = "",
    };
}
