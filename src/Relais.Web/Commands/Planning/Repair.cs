using System.Globalization;
using Relais.Matching.Instances;
using Relais.Matching.Repair;

namespace Relais.Web.Commands.Planning;

/// <summary>Answers withdrawals, each from the plan that was given.</summary>
internal sealed class Repair : ICommand
{
    private const string Usage = "relais repair DIR --plan plan.csv --events events.csv --out answers.csv [--most-shifts N]";

    public string Name => "repair";

    public Task<int> RunAsync(string[] args)
    {
        var options = new Options(args, Usage, ["plan", "events", "out", "most-shifts"]);
        var output = options.Required("out");
        OutputFile.Expect(output);
        var (repair, events) = BadInput.Refuse(() => Prepare(options));
        var (repairs, bounds, lines) = (new List<double>(), new List<double>(), new List<string>());
        var (refilled, most) = (0, 0);
        foreach (var (number, volunteer, shift) in events)
        {
            var began = TimeProvider.System.GetTimestamp();
            var answer = repair.Answer(volunteer, shift);
            repairs.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            began = TimeProvider.System.GetTimestamp();
            repair.Bound(volunteer, shift);
            bounds.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            lines.AddRange(answer.Removed.Select(one => Line($"{number},-,{one.Volunteer},{one.Shift}")));
            lines.AddRange(answer.Added.Select(one => Line($"{number},+,{one.Volunteer},{one.Shift}")));
            (refilled, most) = (refilled + (answer.IsRefilled ? 1 : 0), Math.Max(most, answer.Disturbed));
        }

        OutputFile.Write(output, "event,op,volunteer,shift", lines);
        Console.Out.Write(Line($$"""{"events":{{events.Count}},"refilled":{{refilled}},"p95_ms":{{Percentile95(repairs):0.000}},"max_disturbed":{{most}},"bound_p95_ms":{{Percentile95(bounds):0.000}}}""") + "\n");
        return Task.FromResult(0);
    }

    private static (PlanRepair Repair, IReadOnlyList<Withdrawal> Events) Prepare(Options options)
    {
        var instance = ShiftFolder.Read(options.Folder).WithMostShifts(options.Whole("most-shifts", 1, 100_000) ?? int.MaxValue);
        var plan = PlanFile.Read(options.Required("plan"), instance);
        var events = PlanFile.Events(options.Required("events"), instance);
        try
        {
            return (PlanRepair.Of(instance, plan, Math.Min(2, Environment.ProcessorCount)), events);
        }
        catch (ArgumentException broken)
        {
            throw new CommandRefusedException(broken.Message);
        }
    }

    private static double Percentile95(List<double> times)
    {
        times.Sort();
        return times.Count is 0 ? 0 : times[Math.Min(times.Count - 1, times.Count * 95 / 100)];
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
