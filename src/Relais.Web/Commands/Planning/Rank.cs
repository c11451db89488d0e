using System.Globalization;
using System.Text;
using Relais.Matching.Instances;
using Relais.Matching.Ranking;

namespace Relais.Web.Commands.Planning;

/// <summary>Says who should be asked for a shift, or ranks every shift and says how long that took.</summary>
internal sealed class Rank : ICommand
{
    private const string Usage = "relais rank DIR --shift ID --top K [--why] [--volunteer ID] | --all --top K";
    private static readonly CompositeFormat Totals = CompositeFormat.Parse(
        """{{"shifts":{0},"pairs":{1},"cost_sum":{2},"p50_ms":{3:0.000},"p95_ms":{4:0.000},"p99_ms":{5:0.000}}}""");

    public string Name => "rank";

    public Task<int> RunAsync(string[] args)
    {
        var options = new Options(args, Usage, ["shift", "top", "volunteer"], "all", "why");
        var instance = BadInput.Refuse(() => ShiftFolder.Read(options.Folder));
        var ranker = new Ranker(instance);
        var top = options.Whole("top", 0, int.MaxValue) ?? 50;
        if (options.Has("all"))
        {
            RankAll(instance, ranker, top);
            return Task.FromResult(0);
        }

        var shift = options.Whole("shift", 0, instance.ShiftCount - 1) ?? throw new CommandRefusedException($"--shift or --all is missing. Usage: {Usage}");
        if (options.Whole("volunteer", 0, instance.VolunteerCount - 1) is { } volunteer)
        {
            PrintWhyNot(ranker.WhyNot(volunteer, shift), volunteer);
            return Task.FromResult(0);
        }

        Print(ranker, shift, top, options.Has("why"));
        return Task.FromResult(0);
    }

    private static void PrintWhyNot(PairRule rule, int volunteer)
    {
        Write("volunteer,eligible,rule");
        Write(string.Create(CultureInfo.InvariantCulture, $"{volunteer},{(rule is PairRule.None ? "true" : "false")},{(rule is PairRule.None ? "" : rule.ToString().ToLowerInvariant())}"));
        Write(string.Create(CultureInfo.InvariantCulture, $$"""{"volunteer":{{volunteer}},"eligible":{{(rule is PairRule.None ? "true" : "false")}}}"""));
    }

    private static void Print(Ranker ranker, int shift, int top, bool why)
    {
        var best = new List<RankedCandidate>();
        var totals = ranker.Rank(shift, top, best);
        Write(why ? "volunteer,cost,km,substitution,skill_gap,load" : "volunteer,cost");
        foreach (var one in best)
        {
            Write(why
                ? string.Create(CultureInfo.InvariantCulture, $"{one.Volunteer},{one.Cost},{one.Kilometres},{one.Substitution},{one.SkillGap},{one.Load}")
                : string.Create(CultureInfo.InvariantCulture, $"{one.Volunteer},{one.Cost}"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $$"""{"shift":{{shift}},"eligible":{{totals.Pairs}},"listed":{{best.Count}}}"""));
    }

    private static void RankAll(ShiftInstance instance, Ranker ranker, int top)
    {
        var best = new List<RankedCandidate>();
        var times = new double[instance.ShiftCount];
        var (pairs, costs) = (0L, 0L);
        for (var shift = 0; shift < instance.ShiftCount; shift++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var totals = ranker.Rank(shift, top, best);
            times[shift] = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            (pairs, costs) = (pairs + totals.Pairs, costs + totals.CostSum);
        }

        Array.Sort(times);
        Write(string.Format(CultureInfo.InvariantCulture, Totals, instance.ShiftCount, pairs, costs, Percentile(times, 50), Percentile(times, 95), Percentile(times, 99)));
    }

    private static double Percentile(double[] sorted, int percent) =>
        sorted.Length is 0 ? 0 : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];

    private static void Write(string line) => Console.Out.Write(line + "\n");
}
