using Relais.Reinforcement.Api;
using Relais.Reinforcement.Facility;

namespace Relais.Reinforcement.Series;

/// <summary>A series as programs read it.</summary>
internal sealed record SeriesView(
    Guid Id, string Finess, string Cell, TimeOnly Starts, TimeOnly Ends, string TimeZone, int LeadDays, IReadOnlyList<SeriesDateView> Dates)
{
    public static SeriesView From(NeedSeries series, IEnumerable<NeedLine> lines) => new(
        series.Id, series.Finess.Value, series.Cell.Code, series.Starts, series.Ends, series.TimeZone, series.LeadDays,
        [.. lines.Select(line => new SeriesDateView(line.Need.SeriesDay!.Value, line.Need.ChangedAlone, NeedAnswer.From(line.Need, line.Held, line.Asked)))]);
}

/// <param name="Day">The date that the series gave, whatever day the need was moved to since.</param>
/// <param name="ChangedAlone">It stays as it is when the series changes.</param>
internal sealed record SeriesDateView(DateOnly Day, bool ChangedAlone, NeedAnswer Need);

/// <summary>A date before anything is stored.</summary>
/// <param name="Kept">False for a date left out, or a holiday that the series skips.</param>
internal sealed record PlannedDateView(DateOnly Day, bool Kept, bool Holiday, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, DateTimeOffset? PublishAt)
{
    public static PlannedDateView From(PlannedDate date) => new(
        date.Date.Day, date.Date.IsKept, date.Date.IsHoliday, date.Need?.StartsAt, date.Need?.EndsAt, date.Need?.PublishAt);
}

/// <param name="Dates">How many dates it concerned.</param>
/// <param name="At">To be sent back to take a cancellation back.</param>
internal sealed record SeriesActView(int Dates, DateTimeOffset At);
