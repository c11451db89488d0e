using System.Globalization;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Facilities;

/// <summary>Sixty invented establishments in real communes of Brittany, each marked as invented.</summary>
internal sealed class FacilityDemonstration(RelaisDb db, IFacilities facilities) : IDemonstration
{
    private const int FirstSerial = 990_000;

    private static readonly (string Kind, string Category)[] Kinds =
    [
        ("Centre hospitalier", "355"), ("EHPAD", "500"), ("Maison de santé", "603"), ("Hospitalisation à domicile", "127"), ("Centre de santé", "124"),
    ];

    private static readonly (string Code, string Name)[] Communes =
    [
        ("29024", "Carhaix-Plouguer"), ("56066", "Gourin"), ("29018", "Brennilis"), ("22266", "Rostrenen"), ("29081", "Huelgoat"),
        ("29019", "Brest"), ("29232", "Quimper"), ("56121", "Lorient"), ("56260", "Vannes"), ("35238", "Rennes"),
        ("35288", "Saint-Malo"), ("22278", "Saint-Brieuc"), ("22113", "Lannion"), ("22050", "Dinan"), ("29151", "Morlaix"),
        ("56178", "Pontivy"), ("22136", "Loudéac"), ("35115", "Fougères"), ("35360", "Vitré"), ("35236", "Redon"),
    ];

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        for (var number = 0; number < Communes.Length * 3; number++)
        {
            var (code, commune) = Communes[number % Communes.Length];

            // The first of each town is its hospital; the others are drawn.
            var (kind, category) = number < Communes.Length ? Kinds[0] : Kinds[run.Random.Next(1, Kinds.Length)];
            facilities.Record(new NewFacility(
                Number(code[..2], number), null, $"{kind} de {commune} (fictif)", CommuneCode.Stored(code), category,
                "1 place de la Démonstration", "02 99 00 00 00", "demonstration"));
        }

        await db.SaveChangesAsync(cancellation);
        run.Progress("60 établissements");
    }

    /// <summary>The number of the rank in the invented series of a department, with its key.</summary>
    private static Finess Number(string department, int rank)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{department}{FirstSerial + rank}");
        return Enumerable.Range(0, 10).Select(key => Finess.Parse($"{body}{key}").Value).OfType<Finess>().First();
    }
}
