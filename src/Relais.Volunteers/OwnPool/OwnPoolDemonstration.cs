using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>A small pool in one establishment, and a file that waits to be looked at.</summary>
internal sealed class OwnPoolDemonstration(RelaisDb db, OwnPools pools, OwnPoolImports imports, IFacilities facilities) : IDemonstration
{
    private const string File = "Nom;Prénom;Courriel;Portable;Fonction\nKerdoncuff;Anna;anna.kerdoncuff@exemple.invalid;;IDE\nMadec;Loïc;;06 00 00 10 02;AS\nRolland;Maël;maël;;IDE\n";

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        if (await facilities.SearchAsync("", 1, cancellation) is not [var facility])
        {
            return;
        }

        foreach (var (first, last) in ((string, string)[])[("Gaëlle", "Tanguy"), ("Yann", "Quéméner"), ("Soizic", "Abgrall")])
        {
            var member = pools.New(facility.Number, new PoolLine(0, first, last, $"{last.ToLowerInvariant()}@exemple.invalid".Replace('é', 'e'), null, Contracts.Profession.Nurse));
            member.Index();
            db.Add(member);
        }

        await db.SaveChangesAsync(cancellation);
        await imports.UploadAsync(facility.Number, "vacataires.csv", File, cancellation);
        run.Progress("un vivier d’établissement");
    }
}
