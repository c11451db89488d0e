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
        List<Practice> practices =
        [
            .. (await communes.GetAsync(cancellation)).All.Where(commune => Regions.Contains(commune.Region))
                .SelectMany(commune => Draw(run.Random, commune, people.People[commune.Index.Value] ?? 0)),
        ];
        practices = [.. practices.Select(practice => practice with { Supervisors = Among(run.Random, practice.Heads, 0.22) })];
        var report = await TakeInAsync(practices, run.Now.Year, cancellation);
        await TakeInAsync([.. practices.Select(practice => Before(run.Random, practice))], run.Now.Year - 2, cancellation);
        await ranges.ComputeAsync(cancellation);
        run.Progress($"{report.Kept} lignes d’offre de soins inventées, et autant deux ans plus tôt");
    }

    private Task<DatasetReport> TakeInAsync(IReadOnlyList<Practice> practices, int year, CancellationToken cancellation)
    {
        var lines = new StringBuilder("commune,profession,practitioners,acts,over_55,over_60,over_65,supervisors\n");
        foreach (var one in practices)
        {
            var acts = one.Acts is 0 ? "" : one.Acts.ToString(CultureInfo.InvariantCulture);
            lines.Append(CultureInfo.InvariantCulture, $"{one.Commune.Code},{ProfessionWords.CodeOf(one.Profession)},{one.Heads},{acts},{one.Over55},{one.Over60},{one.Over65},{(one.Profession is CareProfession.GeneralPractitioner ? one.Supervisors : null)}\n");
        }

        var bytes = Encoding.UTF8.GetBytes(lines.ToString());
        return import.RunAsync(
            DatasetKind.Supply,
            new DatasetFile
            {
                Name = "offre-inventee.csv",
                Open = () => new MemoryStream(bytes),
                Source = "Offre inventée",
                Vintage = year.ToString(CultureInfo.InvariantCulture),
                Licence = "aucune : invention",
                IsInvented = true,
            },
            cancellation);
    }

    private static IEnumerable<Practice> Draw(Random random, Commune commune, int people)
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

            var over55 = Among(random, heads, 0.4);
            var over60 = Among(random, over55, 0.6);
            var over65 = Among(random, over60, 0.35);
            yield return new Practice(commune, profession, heads, acts is 0 ? 0 : heads * (acts + random.Next(-1_200, 1_200)), over55, over60, over65, 0);
        }
    }

    /// <summary>Two years earlier: doctors and dentists who left since were there, some of the others were not yet.</summary>
    private static Practice Before(Random random, Practice now)
    {
        if (now.Profession is CareProfession.GeneralPractitioner or CareProfession.Dentist)
        {
            var left = Among(random, now.Heads, 0.07);
            return now with { Heads = now.Heads + left, Acts = now.Acts / now.Heads * (now.Heads + left), Over55 = now.Over55 + left };
        }

        var stayed = Math.Max(now.Over55, now.Heads - Among(random, now.Heads, 0.04));
        return now with { Heads = Math.Max(1, stayed) };
    }

    /// <summary>How many of some people it is true of.</summary>
    private static int Among(Random random, int people, double share) => Enumerable.Range(0, people).Count(_ => random.NextDouble() < share);

    /// <param name="Acts">Consultations of a year; 0 where they are not counted.</param>
    private sealed record Practice(Commune Commune, CareProfession Profession, int Heads, int Acts, int Over55, int Over60, int Over65, int Supervisors);
}
