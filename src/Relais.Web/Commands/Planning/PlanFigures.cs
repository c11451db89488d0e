using System.Diagnostics;
using System.Globalization;
using Relais.Matching.Fairness;

namespace Relais.Web.Commands.Planning;

/// <summary>The last line of <c>relais plan</c>: what the plan costs, how far from the best it can be, and what it took, and how evenly it loads people.</summary>
internal static class PlanFigures
{
    public static void Print(long cost, long bound, int openPosts, string stopped, LoadSpread spread, int? mostShifts)
    {
        using var process = Process.GetCurrentProcess();
        var gap = cost is 0 ? 0 : (double)(cost - bound) / cost;
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture,
            $$"""{"cost":{{cost}},"bound":{{bound}},"gap":{{gap:0.0000000}},"stopped":"{{stopped}}","seconds":{{Stop.Elapsed:0.000}},"cpu_seconds":{{process.TotalProcessorTime.TotalSeconds:0.000}},"peak_mb":{{PeakMemory.Megabytes(process):0.0}},"open_posts":{{openPosts}},"gini":{{spread.Gini:0.0000}},"most_load":{{spread.MostLoad}},"most_held":{{spread.MostHeld}},"most_shifts":{{mostShifts?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""")
            + "\n");
    }
}
