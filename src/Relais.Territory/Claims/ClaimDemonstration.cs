using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Files;
using Relais.Territory.Contracts;

namespace Relais.Territory.Claims;

/// <summary>A few people who say that they manage an establishment, for the queue of those who verify.</summary>
internal sealed class ClaimDemonstration(RelaisDb db, IPeople people, IFacilities facilities, FacilityClaims claims, FileStore files) : IDemonstration
{
    private static readonly (string First, string Last, string Position, string Evidence)[] Claimants =
    [
        ("Bleuenn", "Le Floc’h", "Directrice des soins", "Le standard de l’établissement me connaît."),
        ("Goulven", "Ropars", "Cadre supérieur de santé", "Délégation de signature jointe."),
        ("Tifenn", "Guivarc’h", "Directrice de l’EHPAD", "Attestation de l’employeur jointe."),
    ];

    public Task SeedAsync(DemonstrationRun run, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var claimed = await facilities.SearchAsync("(fictif)", Claimants.Length, cancellation);
            foreach (var (claimant, facility) in Claimants.Zip(claimed))
            {
                var person = people.Create(new NewPerson(claimant.First, claimant.Last));
                var document = await files.AddAsync(FacilityClaimHandler.ClaimKind, "attestation.pdf", InventedDocument.Pdf("Attestation de l'employeur"), cancellation);
                await claims.ClaimAsync(person, facility, claimant.Position, claimant.Evidence, [document.Id!.Value], cancellation);
            }

            run.Progress($"{Claimants.Length} demandes d’établissements à vérifier");
        },
        cancellation);
}
