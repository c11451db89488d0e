using Relais.Matching.Instances;

namespace Relais.Web.Commands.Planning;

/// <summary>Plans the shifts of a horizon or the waves of a campaign, and writes the plan with its certificate.</summary>
internal sealed class Plan : ICommand
{
    private const string Usage =
        "relais plan DIR --out plan.csv [--prices prices.csv] [--cuts cuts.csv] [--explain explain.json] [--time-limit S] [--gap G] [--threads N] [--most-shifts N] [--seed N]"
        + " (--most-shifts: nobody holds more of the plan; nothing is drawn at random: every --seed gives the same plan)";

    public string Name => "plan";

    public Task<int> RunAsync(string[] args)
    {
        var options = new Options(args, Usage, ["out", "prices", "cuts", "explain", "time-limit", "gap", "threads", "most-shifts", "seed"]);
        OutputFile.Expect(options.Required("out"), options.Text("prices"), options.Text("cuts"), options.Text("explain"));
        options.Whole("seed", int.MinValue, int.MaxValue);
        using var stop = new Stop(options.Number("time-limit"));
        return Task.FromResult(BadInput.Refuse(() => InstanceKind.IsWaves(options.Folder)) ? PlanWaves.Run(options, stop) : PlanShifts.Run(options, stop));
    }
}
