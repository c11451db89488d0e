namespace Relais.Matching.Rest;

/// <summary>
/// Work allowed in any window of a number of days of 24 hours, wherever the window starts
/// (hospital agents: 48 hours in any 7 days, Conseil d'État, 4 April 2018, n° 398069).
/// </summary>
/// <remarks>
/// The work in a window, as the window slides, is continuous and made of straight pieces: it can only peak where a
/// duty has just entered whole, or is about to leave. Looking at those 2n windows is exact; the cost is O(n²) for the
/// n duties within one window of the asked one, about thirty in practice.
/// </remarks>
public sealed record SlidingCap : WorkingTimeRule
{
    /// <summary>Most work in a window, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Length of the window, in days of 24 hours.</summary>
    public required int Days { get; init; }

    /// <inheritdoc/>
    public override string Code => "rest.sliding-cap";

    internal override TimeSpan Reach => TimeSpan.FromDays(Days);

    internal override string? Fault => Minutes > 0 && Days is > 0 and <= 366 ? null : "minutes and days must be above zero";

    internal override Breach? Find(RestQuestion question)
    {
        var limit = TimeSpan.FromMinutes(Minutes);
        var asked = question.Asked.When;
        var near = question.Near(Reach);

        var starts = near.Append(question.Asked)
            .SelectMany(duty => new[] { duty.When.Start + duty.Worked - Reach, duty.When.End - duty.Worked })
            .Where(start => start > asked.Start - Reach && start < asked.End)
            .Order();

        return WindowLoad.Worst(this, starts.Select(start => (new Interval(start, start + Reach), limit)), near, question.Asked);
    }
}
