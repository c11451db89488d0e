using System.Globalization;
using Relais.Bench.Needs;
using Relais.Bench.Refusals.Playing;

namespace Relais.Bench.Refusals;

/// <summary>Invitations that four in ten accept, over the people and hospitals of the demonstration: waves against telling everybody.</summary>
internal sealed class RefusalsBenchmark : IBenchmark
{
    private const int Seeds = 30;
    private const double Kilometres = 50;
    private static readonly IPolicy[] Policies = [new Waves(), new Everybody(Kilometres), new Board()];

    public string Name => "refusals";

    public string Question => "when four in ten say yes, how many posts are filled, and how many people are disturbed for it?";

    public Task RunAsync() => Platform.OnSqliteAsync(async platform =>
    {
        var brittany = await Brittany.InventAsync(platform);
        Func<int, Setting>[] settings = [_ => brittany.AsInvented(), seed => brittany.Fortnight(15, seed), seed => brittany.Fortnight(30, seed), seed => brittany.Fortnight(60, seed)];
        foreach (var setting in settings)
        {
            var seeds = Enumerable.Range(1, Seeds).Select(seed => (Seed: seed, Setting: setting(seed))).ToList();
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seeds[0].Setting.Name}, {seeds.Average(one => one.Setting.Needs.Sum(need => need.Posts)):0} posts; {Seeds} seeds: mean (least to most)"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"if each need were the only one, everybody who fits would fill {seeds.Average(one => Alone(one.Setting, one.Seed)) * 100:0.0} % of the posts"));
            Console.WriteLine("| | posts filled | requests per post filled | yes too late per post filled | most asked person | Gini of requests | minutes to fill, median |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            foreach (var keepsLimits in (bool[])[true, false])
            {
                foreach (var policy in Policies)
                {
                    Print(policy.Name + (keepsLimits ? "" : ", weekly limits ignored"), [.. seeds.Select(one => Play.Of(one.Setting, policy, one.Seed, keepsLimits))]);
                }
            }
        }
    });

    /// <summary>The share of the posts that could be filled if no need stood in the way of another.</summary>
    private static double Alone(Setting setting, int seed) =>
        setting.Needs.Sum(need => Play.Of(setting with { Needs = [need with { Rank = 0 }] }, new Board(), seed * 1_000 + need.Rank, keepsLimits: false).Filled)
        / (double)setting.Needs.Sum(need => need.Posts);

    private static void Print(string name, IReadOnlyCollection<Outcome> outcomes)
    {
        string[] cells =
        [
            Spread(one => one.FilledShare * 100, " %"), Spread(one => one.RequestsPerFilled), Spread(one => one.LateYesPerFilled),
            Spread(one => one.MostAsked), Spread(one => one.Gini), Spread(one => one.MedianMinutes),
        ];
        Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");

        string Spread(Func<Outcome, double> figure, string unit = "")
        {
            var figures = outcomes.Select(figure).ToList();
            var format = figures.Max() < 1 ? "0.00" : figures.Max() < 100 ? "0.0" : "0";
            return string.Create(CultureInfo.InvariantCulture, $"{figures.Average().ToString(format, CultureInfo.InvariantCulture)}{unit} ({figures.Min().ToString(format, CultureInfo.InvariantCulture)} to {figures.Max().ToString(format, CultureInfo.InvariantCulture)})");
        }
    }
}
