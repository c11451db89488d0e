using System.Globalization;
using Relais.Accessibility;
using Relais.Accessibility.Times;

namespace Relais.Bench.Accessibility;

/// <summary>A country of as many places as metropolitan France has communes, the same at each run, with its pairs, people and supply.</summary>
internal sealed class InventedCountry
{
    public const int Places = 34_734;
    private const int Nearest = 500;

    private static readonly TimesProvenance Invented = new("invented", "", null, TravelTimeQuality.Imported);

    public InventedCountry(int pairs)
    {
        var random = new Random(5);
        var builder = new TimesBuilder(Places, pairs + Places);
        Demand = [.. Enumerable.Range(0, Places).Select(_ => 50 + Math.Floor(Math.Exp(4 + (random.NextDouble() * 5))))];
        Supply = [.. Demand.Select(people => random.Next(3) is 0 ? Math.Round(people * 9) : 0)];
        var given = new HashSet<int>();
        for (var from = 0; from < Places; from++)
        {
            given.Clear();
            for (var left = (pairs / Places) + (from < pairs % Places ? 1 : 0); left > 0;)
            {
                var to = (from + random.Next(1, Nearest) + Places) % Places;
                if (given.Add(to))
                {
                    builder.Add(from, to, Math.Round(20 + (random.NextDouble() * 179)) / 10);
                    left--;
                }
            }
        }

        Times = builder.Build(Invented);
    }

    public double[] Demand { get; }

    public double[] Supply { get; }

    public SparseTimes Times { get; }

    /// <summary>The three files of the commands.</summary>
    public void Write(string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "communes.csv"), ["code,population", .. Demand.Select((people, place) => Line($"{Code(place)},{people}"))]);
        File.WriteAllLines(Path.Combine(folder, "supply.csv"), ["code,acts", .. Supply.Select((acts, place) => Line($"{Code(place)},{acts}"))]);
        using var times = new StreamWriter(Path.Combine(folder, "times.csv")) { NewLine = "\n" };
        times.WriteLine("from,to,minutes");
        for (var from = 0; from < Places; from++)
        {
            foreach (var to in Times.PracticesFrom(from))
            {
                if (to != from)
                {
                    times.WriteLine(Line($"{Code(from)},{Code(to)},{Times.Minutes(from, to)}"));
                }
            }
        }
    }

    private static string Code(int place) => Line($"{10_000 + place}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
