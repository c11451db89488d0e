using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Time;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Coordination.Calls;

/// <summary>What is typed while, or after, the telephone is put down.</summary>
internal sealed class CallForm : IValidatableObject
{
    [Display(Name = "Qu’a donné l’appel ?")]
    [Required(ErrorMessage = "Dites ce qu’a donné l’appel")]
    public CallOutcome? Outcome { get; init; }

    [Display(Name = "À quelle heure ?")]
    public TimeOnly? CallBackAt { get; init; }

    [Display(Name = "Note pour les collègues")]
    [StringLength(500, ErrorMessage = "500 caractères au plus")]
    public string? Note { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Outcome is CallOutcome.CallBack && CallBackAt is null)
        {
            yield return new ValidationResult("Indiquez l’heure à laquelle rappeler", [nameof(CallBackAt)]);
        }
    }

    /// <summary>The hour is the next one on the clocks of the place: after midnight it is tomorrow's.</summary>
    public CallMade Made(Need need, DateTimeOffset now)
    {
        DateTimeOffset? again = null;
        if (Outcome is CallOutcome.CallBack && CallBackAt is { } hour)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
            again = ShiftTime.Instant(today, hour, zone) is var at && at > now ? at : ShiftTime.Instant(today.AddDays(1), hour, zone);
        }

        return new CallMade(Outcome!.Value, again, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim());
    }
}
