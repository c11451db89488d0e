using Relais.Kernel.Time;

namespace Relais.Reinforcement.PublicReports;

/// <summary>Whole months that are over, from the first to the last.</summary>
internal sealed record ReportPeriod
{
    private const int MonthsOffered = 24;

    private ReportPeriod(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    /// <summary>The first day of the first month.</summary>
    public DateOnly First { get; }

    /// <summary>The first day of the last month.</summary>
    public DateOnly Last { get; }

    public DateOnly End => Last.AddMonths(1);

    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = First; month <= Last; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>The months that may be told, the latest first.</summary>
    public static IReadOnlyList<DateOnly> Offered(DateOnly today) =>
        [.. Enumerable.Range(1, MonthsOffered).Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(-back))];

    /// <returns>Nothing when it is no such period: a month that is not over, too old or not a month, or the last before the first.</returns>
    public static ReportPeriod? Read(string? first, string? last, DateOnly today)
    {
        var offered = Offered(today);
        return MonthText.Read(first) is { } from && MonthText.Read(last) is { } to && from <= to && offered.Contains(from) && offered.Contains(to) ? new ReportPeriod(from, to) : null;
    }
}
