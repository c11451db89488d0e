using System.Globalization;
using Relais.Matching.Instances;
using Relais.Matching.WavePlanning;

namespace Relais.Web.Commands.Planning;

/// <summary>The waves of a campaign: exact, so the time limit is rarely reached.</summary>
internal static class PlanWaves
{
    public static int Run(Options options, Stop stop)
    {
        if (Array.Find(["explain", "most-shifts"], options.Has) is { } name)
        {
            throw new CommandRefusedException($"--{name} is for shifts only");
        }

        var instance = BadInput.Refuse(() => WaveFolder.Read(options.Folder));
        var plan = WavePlanner.Plan(instance, () => stop.IsDue());
        OutputFile.Write(options.Required("out"), "volunteer,cell", plan.CellOf.Select((cell, volunteer) => (volunteer, cell))
            .Where(mission => mission.cell >= 0).Select(mission => Line($"{mission.volunteer},{mission.cell}")));
        if (options.Text("prices") is { } prices)
        {
            OutputFile.Write(prices, "cell,price_milli",
                plan.CellPrices.Select((price, cell) => Line($"{cell},{price}"))
                    .Concat(plan.GroupPrices.Select((price, group) => Line($"g{group},{price}")))
                    .Concat(plan.FlightPrices.Select((price, flight) => Line($"f{flight},{price}"))));
        }

        if (options.Text("cuts") is { } cuts)
        {
            OutputFile.Write(cuts, "volunteer,rhs,mu_milli,shifts", []);
        }

        PlanFigures.Print(plan.Cost, plan.Bound, plan.OpenPosts, plan.IsOptimal ? "optimal" : stop.IsCancelled ? "cancelled" : "time", plan.Spread, mostShifts: null);
        return 0;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
