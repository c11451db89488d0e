using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Files;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Titles;

/// <summary>Titles that wait in the queue of those who verify, each with a document.</summary>
internal sealed class TitleDemonstration(RelaisDb db, IVerifications verifications, FileStore files) : IDemonstration
{
    private const int Cases = 12;

    public Task SeedAsync(DemonstrationRun run, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var waiting = await db.Set<VolunteerTitle>().AsNoTracking()
                .Where(title => title.Level == null)
                .Join(db.Set<Volunteer>(), title => title.PersonId, volunteer => volunteer.PersonId, (title, volunteer) => new { Title = title, volunteer.HomeCommune })
                .OrderBy(row => row.HomeCommune).ThenBy(row => row.Title.Id)
                .Take(Cases)
                .ToListAsync(cancellation);
            foreach (var row in waiting)
            {
                var document = await files.AddAsync(TitleVerification.KindName, "diplome.pdf", InventedDocument.Pdf("Dipl\u00f4me"), cancellation);
                await verifications.SubmitAsync(
                    new NewVerification
                    {
                        Kind = TitleVerification.KindName,
                        Subject = row.Title.Id,
                        Person = row.Title.PersonId,
                        AskedLevel = (int)row.Title.AskedLevel,
                        Evidence = "Diplôme joint.",
                        Files = [document.Id!.Value],
                        Commune = row.HomeCommune.Value,
                    },
                    cancellation);
            }

            run.Progress($"{waiting.Count} titres à vérifier");
        },
        cancellation);
}
