using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Missions.Life;

namespace Relais.Missions.Hours;

/// <summary>The hours as they were, on the clocks of the place; the day is the one that brings them nearest to the mission.</summary>
internal sealed class HoursForm
{
    /// <summary>Longer is a slip of the finger, not a shift.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    [Display(Name = "Arrivée")]
    [Required(ErrorMessage = "Indiquez l’heure d’arrivée")]
    public TimeOnly? Starts { get; set; }

    [Display(Name = "Départ")]
    [Required(ErrorMessage = "Indiquez l’heure de départ")]
    public TimeOnly? Ends { get; set; }

    [Display(Name = "Pause non payée, en minutes")]
    [Required(ErrorMessage = "Indiquez la pause, 0 s’il n’y en a pas")]
    [Range(0, 240, ErrorMessage = "La pause dure de 0 à 240 minutes")]
    public int? BreakMinutes { get; set; }

    public static HoursForm From(ToldHours hours, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return new HoursForm
        {
            Starts = Clock(hours.When.Start, zone),
            Ends = Clock(hours.When.End, zone),
            BreakMinutes = hours.BreakMinutes,
        };
    }

    /// <returns>The hours, or what is wrong with which field; only for a form whose fields are all filled in.</returns>
    public (ToldHours? Hours, (string Field, string Sentence)? Fault) Read(Mission mission)
    {
        if (Starts == Ends)
        {
            return (null, (nameof(Ends), "Le départ doit différer de l’arrivée"));
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(mission.TimeZone);
        var planned = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mission.StartsAt, zone).DateTime);

        // Who is expected at 23 h 30 and comes at 0 h 15 came the next day.
        var shift = new[] { -1, 0, 1 }.Select(days => ShiftTime.From(planned.AddDays(days), Starts!.Value, Ends!.Value, zone))
            .MinBy(candidate => (candidate.StartsAt - mission.StartsAt).Duration());
        return shift.Duration > Longest ? (null, (nameof(Ends), "Une mission dure 24 heures au plus"))
            : BreakMinutes >= shift.Duration.TotalMinutes ? (null, (nameof(BreakMinutes), "La pause est plus longue que la présence"))
            : (new ToldHours(new Interval(shift.StartsAt, shift.EndsAt), BreakMinutes!.Value), null);
    }

    private static TimeOnly Clock(DateTimeOffset instant, TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
