using System.ComponentModel.DataAnnotations;

namespace Relais.Volunteers.Contracts;

/// <summary>Minutes by car from home, told in bands, for the same reason as <see cref="ExperienceBand"/>.</summary>
public enum JourneyBand
{
    [Display(Name = "Moins de 20 minutes")]
    LessThan20,

    [Display(Name = "20 à 40 minutes")]
    From20To40,

    [Display(Name = "40 minutes à 1 heure")]
    From40To60,

    [Display(Name = "Plus d’une heure")]
    MoreThan60,

    /// <summary>No car goes there, or a place is not known.</summary>
    [Display(Name = "Trajet inconnu")]
    Unknown,
}

public static class JourneyBands
{
    public static JourneyBand Of(double? minutes) => minutes switch
    {
        null or double.PositiveInfinity => JourneyBand.Unknown,
        < 20 => JourneyBand.LessThan20,
        < 40 => JourneyBand.From20To40,
        < 60 => JourneyBand.From40To60,
        _ => JourneyBand.MoreThan60,
    };
}
