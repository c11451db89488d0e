using System.ComponentModel.DataAnnotations;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Settings;

internal sealed class SettingsForm
{
    [Display(Name = "Je reçois des demandes")]
    public bool IsOn { get; set; } = true;

    [Display(Name = "En pause, reprise le")]
    public DateOnly? PausedUntil { get; set; }

    [Display(Name = "Demandes par semaine, au plus"), Required(ErrorMessage = "Indiquez un nombre")]
    [Range(0, AskingPreferences.MostRequestsOfAWeek, ErrorMessage = "Indiquez un nombre entre 0 et 50")]
    public int? WeeklyLimit { get; set; }

    [Display(Name = "Jours de renfort par an, au plus")]
    [Range(1, 366, ErrorMessage = "Indiquez un nombre entre 1 et 366")]
    public int? YearlyDays { get; set; }
}
