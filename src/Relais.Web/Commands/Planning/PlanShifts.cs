using System.Globalization;
using Relais.Matching.Explaining;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Web.Commands.Planning;

/// <summary>The shifts of a horizon: the plan, its prices and its cuts.</summary>
internal static class PlanShifts
{
    public static int Run(Options options, Stop stop)
    {
        var most = options.Whole("most-shifts", 1, 100_000);
        var instance = BadInput.Refuse(() => ShiftFolder.Read(options.Folder)).WithMostShifts(most ?? int.MaxValue);
        var request = new PlanRequest(
            options.Number("gap") ?? 0, options.Whole("threads", 1, 64) ?? Math.Min(2, Environment.ProcessorCount), stop.Left(reserve: 0.15));
        var plan = ShiftPlanner.Plan(instance, request, new OnStandardError(), stop.Token);
        OutputFile.Write(options.Required("out"), PlanText.Of(plan));
        if (options.Text("prices") is { } prices)
        {
            OutputFile.Write(prices, PlanText.PricesOf(plan));
        }

        if (options.Text("cuts") is { } cuts)
        {
            OutputFile.Write(cuts, PlanText.CutsOf(plan));
        }

        if (options.Text("explain") is { } explain)
        {
            ExplainFile.Write(explain, Explainer.Explain(instance, plan.Assignments, CancellationToken.None));
        }

        PlanFigures.Print(plan.Cost, plan.Bound, plan.OpenPosts, plan.Stopped.ToString().ToLowerInvariant(), plan.Spread, most);
        return 0;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>At most four lines a second, written at once: the planner does not wait for another thread.</summary>
    private sealed class OnStandardError : IProgress<PlanProgress>
    {
        private TimeSpan _last = TimeSpan.FromSeconds(-1);

        public void Report(PlanProgress value)
        {
            if (value.Elapsed - _last < TimeSpan.FromSeconds(0.25))
            {
                return;
            }

            _last = value.Elapsed;
            var gap = value.Cost is 0 ? 0 : (double)(value.Cost - value.Bound) / value.Cost;
            Console.Error.WriteLine(Line($"{value.Elapsed.TotalSeconds,7:0.0} s  {value.Phase,-6} cost {value.Cost}  bound {value.Bound}  gap {100 * gap:0.0000} %"));
        }
    }
}
