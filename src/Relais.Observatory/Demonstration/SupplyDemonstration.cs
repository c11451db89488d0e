using System.Globalization;
using System.Text;
using Relais.Kernel.Demonstration;
using Relais.Observatory.Contracts;
using Relais.Observatory.Professions;
using Relais.Observatory.Ranges;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Demonstration;

/// <summary>
/// Invented practitioners of the west of France, drawn by the inhabitants of each commune and fewer where few live, taken in
/// as a file would be. The neighbouring regions are there so that the communes on the border have neighbours.
/// </summary>
internal sealed class SupplyDemonstration(IDatasetImport import, RangeBook ranges, ICommunes communes) : IDemonstration
{
    private static readonly string[] Regions = ["53", "52", "28"];

    /// <summary>For 10 000 inhabitants, the order of magnitude of the country; and of a year.</summary>
    private static readonly (CareProfession Profession, double Density, int Acts)[] Professions =
    [
        (CareProfession.GeneralPractitioner, 8.5, 5_000),
        (CareProfession.Nurse, 15, 0),
        (CareProfession.Physiotherapist, 11, 0),
        (CareProfession.Dentist, 5.5, 0),
        (CareProfession.Midwife, 1.2, 0),
    ];

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        var lines = new StringBuilder("commune,profession,practitioners,acts,over_55,over_60,over_65\n");
        foreach (var commune in (await communes.GetAsync(cancellation)).All.Where(commune => Regions.Contains(commune.Region)))
        {
            Draw(lines, run.Random, commune, people.People[commune.Index.Value] ?? 0);
        }

        var bytes = Encoding.UTF8.GetBytes(lines.ToString());
        var report = await import.RunAsync(
            DatasetKind.Supply,
            new DatasetFile
            {
                Name = "offre-inventee.csv",
                Open = () => new MemoryStream(bytes),
                Source = "Offre inventée",
                Vintage = run.Now.Year.ToString(CultureInfo.InvariantCulture),
                Licence = "aucune : invention",
                IsInvented = true,
            },
            cancellation);
        await ranges.ComputeAsync(cancellation);
        run.Progress($"{report.Kept} lignes d’offre de soins inventées");
    }

    private static void Draw(StringBuilder lines, Random random, Commune commune, int people)
    {
        foreach (var (profession, density, acts) in Professions)
        {
            // Practices gather in towns: a village has fewer than its share.
            var expected = people * density / 10_000 * (people < 1_500 ? 0.45 : people < 5_000 ? 0.9 : 1.15);
            var heads = (int)(expected + random.NextDouble());
            if (heads is 0)
            {
                continue;
            }

            var over55 = Enumerable.Range(0, heads).Count(_ => random.NextDouble() < 0.4);
            var over60 = Enumerable.Range(0, over55).Count(_ => random.NextDouble() < 0.6);
            var over65 = Enumerable.Range(0, over60).Count(_ => random.NextDouble() < 0.35);
            var done = acts is 0 ? "" : (heads * (acts + random.Next(-1_200, 1_200))).ToString(CultureInfo.InvariantCulture);
            lines.Append(CultureInfo.InvariantCulture, $"{commune.Code},{ProfessionWords.CodeOf(profession)},{heads},{done},{over55},{over60},{over65}\n");
        }
    }
}
