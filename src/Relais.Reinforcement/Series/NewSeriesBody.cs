using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Api;
using Relais.Reinforcement.Api;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Series;

/// <summary>A need that repeats, as a program states it: the need on its first date, whose clock times are those of every date.</summary>
internal sealed record NewSeriesBody : NewNeedBody
{
    /// <summary>Chosen by the program: the same series sent twice is made once.</summary>
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "Choisissez au moins un jour de la semaine")]
    [MinLength(1, ErrorMessage = "Choisissez au moins un jour de la semaine")]
    public IReadOnlyList<DayOfWeek>? Days { get; init; }

    [Range(1, 8, ErrorMessage = "Indiquez de 1 à 8 semaines")]
    public int EveryWeeks { get; init; } = 1;

    /// <summary>The last day that may be a date; this or a number of dates.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many dates, those left out included.</summary>
    [Range(1, 999, ErrorMessage = "Indiquez au moins une date")]
    public int? Times { get; init; }

    public bool SkipsHolidays { get; init; }

    public IReadOnlyList<DateOnly>? LeftOut { get; init; }

    /// <summary>How long before it begins each date is published; as the rules say when none is given.</summary>
    [Range(1, 60, ErrorMessage = "Indiquez de 1 à 60 jours")]
    public int? LeadDays { get; init; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        // As on the form: dates at the ends of the calendar have no week around them.
        var now = validationContext.GetRequiredService<TimeProvider>().GetUtcNow();
        if (StartsAt < now.AddDays(-1) || StartsAt > now.AddYears(1))
        {
            yield return new ValidationResult("Choisissez un jour dans les douze mois qui viennent.", [nameof(StartsAt)]);
        }

        if ((Until is null) == (Times is null))
        {
            yield return new ValidationResult("Indiquez un dernier jour ou un nombre de dates, l’un des deux", [nameof(Until)]);
        }
    }

    public SeriesRequest ToRequest(NeedPlace place)
    {
        var (starts, ends) = (LocalOf(StartsAt!.Value, place.Zone), LocalOf(EndsAt!.Value, place.Zone));
        var pattern = new Recurrence
        {
            From = DateOnly.FromDateTime(starts),
            Days = Days!,
            EveryWeeks = EveryWeeks,
            End = Until is { } last ? new RecurrenceEnd.OnDay(last) : new RecurrenceEnd.AfterDates(Times!.Value),
            SkipsHolidays = SkipsHolidays,
            LeftOut = LeftOut ?? [],
        };
        return new SeriesRequest(Id ?? Guid.CreateVersion7(), place, this, TimeOnly.FromDateTime(starts), TimeOnly.FromDateTime(ends), pattern, LeadDays);
    }

    private static DateTime LocalOf(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
}

/// <summary>From which date on a series is cancelled.</summary>
internal sealed record CancelSeriesBody : IApiBody
{
    [Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? From { get; init; }
}

/// <summary>Since when what was cancelled is restored.</summary>
internal sealed record RestoreSeriesBody : IApiBody
{
    [Required(ErrorMessage = "Indiquez l’instant")]
    public DateTimeOffset? Since { get; init; }
}
