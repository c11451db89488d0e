using System.Globalization;
using System.Text;
using Relais.Kernel.Demonstration;
using Relais.Observatory.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Demonstration;

/// <summary>
/// Invented statistics of the communes of Brittany, so that the index has something to add up: ages, illnesses, minutes, incomes and
/// a projection, made of the code of each commune and taken in as a file would be. They are stamped as invented.
/// </summary>
internal sealed class StatisticDemonstration(IDatasetImport import, ICommunes communes) : IDemonstration
{
    private const string Region = "53";

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        var lines = new StringBuilder("code,population,population_75,ald,ald_without_gp,minutes_to_emergency,poverty_rate,median_income,population_2030,population_2040,scenario\n");
        foreach (var commune in (await communes.GetAsync(cancellation)).All.Where(commune => commune.Region is Region))
        {
            Write(lines, commune, people.People[commune.Index.Value] ?? 0);
        }

        var bytes = Encoding.UTF8.GetBytes(lines.ToString());
        var report = await import.RunAsync(
            DatasetKind.Statistics,
            new DatasetFile
            {
                Name = "statistiques-inventees.csv",
                Open = () => new MemoryStream(bytes),
                Source = "Statistiques inventées",
                Vintage = run.Now.Year.ToString(CultureInfo.InvariantCulture),
                Licence = "aucune : invention",
                IsInvented = true,
            },
            cancellation);
        run.Progress($"{report.Kept} lignes de statistiques inventées");
    }

    /// <summary>Villages are older and further from emergencies than towns; the rest is a draw that each code repeats.</summary>
    private static void Write(StringBuilder lines, Commune commune, int people)
    {
        var rural = people < 1_500 ? 1.0 : people < 5_000 ? 0.6 : people < 20_000 ? 0.3 : 0;
        var old = (int)(people * (0.08 + (0.08 * Draw(commune, 3)) + (0.03 * rural)));
        var ill = (int)(people * (0.15 + (0.06 * Draw(commune, 5))));
        var alone = (int)(ill * (0.02 + (0.08 * Draw(commune, 7)) + (0.03 * rural)));
        var minutes = 8 + (30 * rural * (0.4 + (0.6 * Draw(commune, 11))));
        var poor = 6 + (12 * Draw(commune, 13));
        var income = 25_000 - (350 * poor);
        var growth = (0.12 * Draw(commune, 17)) - 0.05 - (0.02 * rural);
        lines.Append(
            CultureInfo.InvariantCulture,
            $"{commune.Code},{people},{old},{ill},{alone},{minutes:0},{poor:0.0},{income:0},{people * (1 + (growth / 2)):0},{people * (1 + growth):0},inventé\n");
    }

    /// <summary>From 0 to 1, the same for a code and a number each time: other drawings of the demonstration are not moved.</summary>
    private static double Draw(Commune commune, int of)
    {
        var hash = 17u * (uint)of;
        foreach (var letter in commune.Code.Value)
        {
            hash = ((hash ^ letter) * 16_777_619) ^ (hash >> 13);
        }

        return hash % 1_000 / 999.0;
    }
}
