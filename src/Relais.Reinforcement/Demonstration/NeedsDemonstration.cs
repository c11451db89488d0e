using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Demonstration;

/// <summary>Invents a manager in Carhaix, the templates of the hospital, and needs to look at in several states.</summary>
internal sealed class NeedsDemonstration(
    RelaisDb db, IFacilities facilities, IPeople people, IAccounts accounts, IRoles roles, NeedDrafts drafts, NeedLife life) : IDemonstration
{
    private const string Password = "bruyere-ajonc-genet";
    private const string Email = "facility-manager@demo.relais.example";
    private const int TokenSecretLength = 32;

    private static readonly (string Name, string Cell, int Starts, int Ends, int HeadCount)[] Models =
    [
        ("IDE réa nuit", "nurse.intensive-care", 21, 7, 1),
        ("IDE urgences jour", "nurse.emergency", 7, 19, 1),
        ("Aide-soignant gériatrie matin", "care-assistant.geriatrics", 6, 14, 2),
        ("Médecin urgences, garde", "physician.emergency", 20, 8, 1),
    ];

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var hospitals = await facilities.SearchAsync("centre hospitalier", 20, cancellation);
        var carhaix = hospitals.First(facility => facility.Name.Contains("Carhaix", StringComparison.Ordinal));
        var manager = await ManagerAsync(run, carhaix, cancellation);

        foreach (var hospital in hospitals)
        {
            db.AddRange(Models.Select(model => FormOf(model, run.Now).ToTemplate(hospital.Number, model.Name)));
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (rank, hospital) in hospitals.Index())
        {
            await NeedAsync(run, rank, hospital, manager, cancellation);
        }

        var needs = await db.Set<Need>().CountAsync(cancellation);
        run.Progress($"{needs} besoins, {Models.Length * hospitals.Count} modèles");
    }

    private async Task<PersonId> ManagerAsync(DemonstrationRun run, FacilitySummary hospital, CancellationToken cancellation)
    {
        var secret = new byte[TokenSecretLength];
        run.Random.NextBytes(secret);
        var (manager, token) = await db.InTransactionAsync(
            async () =>
            {
                var person = people.Create(new NewPerson("Katell", "Le Gall"));
                if (ContactPoint.TryEmail(Email, out var email))
                {
                    await people.AddAddressAsync(person, email, cancellation, isProved: true);
                }

                var account = await accounts.OpenAsync(person, cancellation);
                await accounts.SetPasswordAsync(account, Password, cancellation);
                await roles.GiveAsync(account, Role.FacilityManager, new Scope.Facility(hospital.Number.Value), "Démonstration", cancellation);
                return (person, accounts.IssueToken(account, "Démonstration", secret));
            },
            cancellation);
        run.SignIns.Add(new DemonstrationSignIn("facility-manager", Email, Password, token));
        return manager;
    }

    /// <summary>One in three stays a draft, one in three is open, one in three was called off.</summary>
    private async Task NeedAsync(DemonstrationRun run, int rank, FacilitySummary hospital, PersonId manager, CancellationToken cancellation)
    {
        var model = Models[rank % Models.Length];
        var form = FormOf(model, run.Now.AddDays(1 + run.Random.Next(0, 6)));
        if (await drafts.WriteAsync(hospital.Number, form, cancellation) is not { } need)
        {
            return;
        }

        await db.SaveChangesAsync(cancellation);
        if (rank % 3 is not 1)
        {
            await life.PublishAsync(need.Id, cancellation);
        }

        if (rank is 0)
        {
            // The manager is a nurse too, and was asked: an offer to look at before the first wave leaves.
            db.Add(new Offer { NeedId = need.Id, PersonId = manager, NeedVersion = need.Version, Wave = 0, Minutes = 12, Reasons = "[\"declared-free\",\"journey:12\"]", SentAt = run.Now });
            await db.SaveChangesAsync(cancellation);
        }

        if (rank % 3 is 2)
        {
            await life.CancelAsync(need.Id, cancellation);
        }
    }

    private static NeedForm FormOf((string Name, string Cell, int Starts, int Ends, int HeadCount) model, DateTimeOffset day) => new()
    {
        Cell = ProfessionUnit.Find(model.Cell)!.Code,
        Day = DateOnly.FromDateTime(day.UtcDateTime),
        Starts = new TimeOnly(model.Starts, 0),
        Ends = new TimeOnly(model.Ends, 0),
        BreakMinutes = 20,
        HeadCount = model.HeadCount,
        Level = LevelAsked.Licensed,
        Site = "Bâtiment principal, accueil",
        Reason = "Arrêt maladie imprévu",
        PayBasis = PayBasis.Requisition,
        ContactName = "Cadre de garde",
        ContactPhone = "02 98 00 00 00",
        Instructions = "Badge à l’accueil, tenue fournie, repas offert.",
        Filling = Filling.FirstSuitable,
    };
}
