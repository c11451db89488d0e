using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Identifiers;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Demonstration;

/// <summary>A nurse of Carhaix who registered in spring, forgot, and registered again in autumn with another spelling.</summary>
internal sealed class RegisteredTwice(RelaisDb db, IPeople people, IVolunteerLoader loader) : IDemonstration
{
    public Task SeedAsync(DemonstrationRun run, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await loader.WriteAsync(
                [
                    await RegisterAsync("Gwenola", "Le Meur", InventedPractice.SandboxNumber(VolunteersDemonstration.Size), run.Now.AddDays(-200), cancellation),
                    await RegisterAsync("Gwenolla", "Le Meur", null, run.Now.AddDays(-2), cancellation),
                ],
                cancellation);
            run.Progress("une personne inscrite deux fois");
        },
        cancellation);

    private async Task<NewVolunteer> RegisterAsync(string firstName, string lastName, Rpps? rpps, DateTimeOffset at, CancellationToken cancellation)
    {
        var person = people.Create(new NewPerson(firstName, lastName));
        if (ContactPoint.TryEmail("gwenola.lemeur@exemple.invalid", out var address))
        {
            await people.AddAddressAsync(person, address, cancellation, isProved: true);
        }

        return new NewVolunteer
        {
            Person = person,
            Status = VolunteerStatus.Active,
            Regime = Matching.Rest.Regime.PrivateSector,
            Rpps = rpps,
            Skills = [new Skill(ProfessionUnit.Find("nurse.emergency")!, 4, DateOnly.FromDateTime(at.UtcDateTime))],
            Reach = new Reach { Home = CommuneCode.Stored("29024"), TravelMinutes = 40 },
            Readiness = new Readiness { Week = WeekGrid.Full },
            At = at,
        };
    }
}
