using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Series;

/// <summary>The dates that a series would have, before anything is stored.</summary>
/// <param name="Dates">In order, those that are not kept included.</param>
/// <param name="LeadDays">How long before it begins each date is published.</param>
/// <param name="Between">The least time between two publications.</param>
internal sealed record SeriesPlan(IReadOnlyList<PlannedDate> Dates, int LeadDays, TimeSpan Between)
{
    public IEnumerable<Need> Needs => Dates.Select(date => date.Need).OfType<Need>();
}

/// <param name="Date">The date that the rule gives.</param>
/// <param name="Need">The need that it makes; none when the date is not kept.</param>
internal sealed record PlannedDate(RecurrenceDate Date, Need? Need);

/// <summary>What became of a series that was asked for.</summary>
internal abstract record SeriesAnswer
{
    public sealed record Planned(SeriesPlan Plan) : SeriesAnswer;

    /// <param name="Code">Stable, for programs.</param>
    /// <param name="Sentence">For the person.</param>
    public sealed record Refused(string Code, string Sentence) : SeriesAnswer;
}
