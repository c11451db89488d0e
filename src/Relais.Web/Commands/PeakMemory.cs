using System.Diagnostics;
using System.Globalization;

namespace Relais.Web.Commands;

/// <summary>The most memory that the process held.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>VmHWM where the system has it: the runtime's own figure is refreshed more rarely.</summary>
    public static double Megabytes(Process process)
    {
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? process.PeakWorkingSet64 / 1048576.0
            : long.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1024.0;
    }
}
