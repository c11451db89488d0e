using System.ComponentModel.DataAnnotations;

namespace Relais.Volunteers.Contracts;

/// <summary>Whole years of practice, told in bands: precise enough to choose, too coarse to recognise anybody.</summary>
public enum ExperienceBand
{
    [Display(Name = "Moins d’un an")]
    LessThanOne,

    [Display(Name = "1 à 2 ans")]
    OneToTwo,

    [Display(Name = "3 à 5 ans")]
    ThreeToFive,

    [Display(Name = "6 à 10 ans")]
    SixToTen,

    [Display(Name = "Plus de 10 ans")]
    MoreThanTen,
}

public static class ExperienceBands
{
    public static ExperienceBand Of(int years) => years switch
    {
        < 1 => ExperienceBand.LessThanOne,
        < 3 => ExperienceBand.OneToTwo,
        < 6 => ExperienceBand.ThreeToFive,
        < 11 => ExperienceBand.SixToTen,
        _ => ExperienceBand.MoreThanTen,
    };

    /// <summary>The fewest years in the band: what is kept of a person who chose it.</summary>
    public static int Years(this ExperienceBand band) => band switch
    {
        ExperienceBand.LessThanOne => 0,
        ExperienceBand.OneToTwo => 1,
        ExperienceBand.ThreeToFive => 3,
        ExperienceBand.SixToTen => 6,
        _ => 11,
    };
}
