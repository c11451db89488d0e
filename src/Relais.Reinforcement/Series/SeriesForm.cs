using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Series;

internal enum SeriesEnd
{
    [Display(Name = "À une date")]
    OnDay,

    [Display(Name = "Après un nombre de dates")]
    AfterDates,
}

/// <summary>A need, and how it repeats. The day of the need is the first that may be a date.</summary>
internal sealed class SeriesForm : NeedForm
{
    [Display(Name = "Jours")]
    [MinLength(1, ErrorMessage = "Choisissez au moins un jour de la semaine")]
    public DayOfWeek[] Days { get; set; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Display(Name = "Toutes les combien de semaines")]
    [Required(ErrorMessage = "Indiquez 1 pour chaque semaine, 2 pour une semaine sur deux")]
    [Range(1, 8, ErrorMessage = "Indiquez de 1 à 8 semaines")]
    public int? EveryWeeks { get; set; } = 1;

    [Display(Name = "La répétition finit")]
    public SeriesEnd EndsHow { get; set; }

    [Display(Name = "Dernier jour possible")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Nombre de dates, celles écartées comprises")]
    [Range(1, 999, ErrorMessage = "Indiquez au moins une date")]
    public int? Times { get; set; }

    [Display(Name = "Sauter les jours fériés")]
    public bool SkipsHolidays { get; set; }

    [Display(Name = "Prévenir combien de jours avant chaque date")]
    [Range(1, 60, ErrorMessage = "Indiquez de 1 à 60 jours")]
    public int? LeadDays { get; set; }

    /// <summary>Dates ticked to be left out.</summary>
    public DateOnly[] LeftOut { get; set; } = [];

    /// <summary>Of the series to come, so that a form sent twice makes one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Of the dates that the screen showed: others are shown before they are stored.</summary>
    public string? Seen { get; set; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        if (EndsHow is SeriesEnd.OnDay && (Until is null || Until < Day))
        {
            yield return new ValidationResult("Indiquez un dernier jour qui ne précède pas le premier", [nameof(Until)]);
        }

        if (EndsHow is SeriesEnd.AfterDates && Times is null)
        {
            yield return new ValidationResult("Indiquez combien de dates", [nameof(Times)]);
        }
    }

    public SeriesRequest ToRequest(NeedPlace place) => new(Id, place, ToBody(place), Starts!.Value, Ends!.Value, Pattern, LeadDays);

    /// <summary>The same for the same hours of the same dates, whichever of them are left out.</summary>
    public static string FingerprintOf(SeriesRequest request, SeriesPlan plan)
    {
        var dates = plan.Dates.Select(date => date.Date.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + (date.Date.SkipsHolidays ? "s" : ""));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Starts:HHmm}{request.Ends:HHmm}{string.Join(' ', dates)}")))[..16];
    }

    private Recurrence Pattern => new()
    {
        From = Day!.Value,
        Days = Days,
        EveryWeeks = EveryWeeks!.Value,
        End = EndsHow is SeriesEnd.OnDay ? new RecurrenceEnd.OnDay(Until!.Value) : new RecurrenceEnd.AfterDates(Times!.Value),
        SkipsHolidays = SkipsHolidays,
        LeftOut = LeftOut,
    };
}
