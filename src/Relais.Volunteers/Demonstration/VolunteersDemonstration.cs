using System.Globalization;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Text;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Demonstration;

/// <summary>About 2 000 volunteers of Brittany, all invented: names that nobody bears, addresses of a reserved domain, numbers with a wrong key.</summary>
internal sealed class VolunteersDemonstration(
    RelaisDb db, IPeople people, IDemonstrationCast cast, ICommunes communes, ITerritories territories, IVolunteerLoader loader) : IDemonstration
{
    public const int Size = 2000;

    public Task SeedAsync(DemonstrationRun run, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var homes = await InventedHomes.ReadAsync(communes, territories, commune => commune.Region == InventedHomes.Brittany, cancellation);
            var guest = await NurseOfTheVisitAsync(run, cancellation);
            var invented = new List<NewVolunteer> { guest };
            for (var rank = 1; rank < Size; rank++)
            {
                invented.Add(await InventAsync(run, homes, rank, cancellation));
            }

            await loader.WriteAsync(invented, cancellation);
            run.Progress(string.Create(CultureInfo.InvariantCulture, $"{invented.Count} volontaires"));
        },
        cancellation);

    private async Task<NewVolunteer> InventAsync(DemonstrationRun run, InventedHomes homes, int rank, CancellationToken cancellation)
    {
        var random = run.Random;
        var (first, last) = InventedNames.Draw(random);
        var profession = InventedPractice.DrawProfession(random);
        var status = InventedPractice.DrawStatus(random);
        var regime = InventedPractice.DrawRegime(random, profession);
        return new NewVolunteer
        {
            Person = await PersonAsync(first, last, string.Create(CultureInfo.InvariantCulture, $"{SearchKey.From(first)}.{SearchKey.From(last)}.{rank}@exemple.fr"), cancellation),
            Status = status,
            Regime = regime,
            Rpps = profession.HasRpps && random.Chance(88) ? InventedPractice.SandboxNumber(rank) : null,
            EmployerKind = InventedPractice.KindOf(status, regime),
            Agreements = InventedPractice.AgreementsOf(status, regime, rank, DateOnly.FromDateTime(run.Now.UtcDateTime)),
            Skills = InventedPractice.DrawSkills(random, profession, DateOnly.FromDateTime(run.Now.UtcDateTime)),
            Titles = [InventedPractice.DrawTitle(random, profession, status, regime, run.Now)],
            Reach = InventedAvailability.DrawReach(random, homes.Draw(random), profession == Profession.Physician),
            Readiness = InventedAvailability.DrawReadiness(random, run.Now),
            Preferences = InventedAvailability.DrawPreferences(random, run.Now),
            At = run.Now.AddDays(-random.Next(1, 300)),
        };
    }

    /// <summary>The one whose sign-in is printed: an intensive-care nurse of Carhaix who can come at once, day and night.</summary>
    private async Task<NewVolunteer> NurseOfTheVisitAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var person = await cast.InventAsync(run, "volunteer", ("Aziliz", "Kerdoualin"), Role.Volunteer, scope: null, cancellation);
        var carhaix = (await communes.GetAsync(cancellation)).Find(Kernel.Identifiers.CommuneCode.Stored("29024"))!;
        var today = DateOnly.FromDateTime(run.Now.UtcDateTime);
        return new NewVolunteer
        {
            Person = person,
            Status = VolunteerStatus.Active,
            Regime = Matching.Rest.Regime.HospitalAgent,
            Rpps = InventedPractice.SandboxNumber(0),
            EmployerKind = EmployerKind.PublicAgent,
            Agreements = [new EmployerAgreement("Centre hospitalier de Carhaix-Plouguer", today.AddDays(-60), today.AddDays(300))],
            Skills = [new Skill(ProfessionUnit.Find("nurse.intensive-care")!, 8, today.AddDays(-3)), new Skill(ProfessionUnit.Find("nurse.emergency")!, 2, today.AddYears(-2))],
            Titles = [new Title(Profession.Nurse, CredentialLevel.HospitalActive, new VerifiedTitle(CredentialLevel.HospitalActive, today.AddDays(300), run.Now.AddDays(-30), By: null))],
            Reach = new Reach { Home = carhaix.Code, TravelMinutes = 60, OwnCar = true, Zones = [new Zone(ZoneKind.Department, "29")], Schemes = Schemes.Shifts | Schemes.Waves },
            Readiness = new Readiness { Week = WeekGrid.Full, Nights = true, NoticeHours = 0, LongestStayDays = 15 },
            At = run.Now.AddDays(-60),
        };
    }

    private async Task<PersonId> PersonAsync(string first, string last, string email, CancellationToken cancellation)
    {
        var person = people.Create(new NewPerson(first, last));
        if (!ContactPoint.TryEmail(email, out var address))
        {
            throw new InvalidOperationException($"{email} is no address");
        }

        await people.AddAddressAsync(person, address, cancellation, isProved: true);
        return person;
    }
}
