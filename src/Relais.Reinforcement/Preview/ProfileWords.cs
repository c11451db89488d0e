using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Preview;

/// <summary>An anonymous profile in words.</summary>
internal static class ProfileWords
{
    public static string Experience(AnonymousProfile profile, Words t) => profile.Experience switch
    {
        ExperienceBand.LessThanOne => t["moins d’un an dans l’unité"],
        ExperienceBand.OneToTwo => t["1 à 2 ans dans l’unité"],
        ExperienceBand.ThreeToFive => t["3 à 5 ans dans l’unité"],
        ExperienceBand.SixToTen => t["6 à 10 ans dans l’unité"],
        _ => t["plus de 10 ans dans l’unité"],
    };

    public static string Journey(AnonymousProfile profile, Words t) => profile.Journey switch
    {
        JourneyBand.LessThan20 => t["à moins de 20 minutes"],
        JourneyBand.From20To40 => t["de 20 à 40 minutes de trajet"],
        JourneyBand.From40To60 => t["de 40 minutes à 1 heure de trajet"],
        JourneyBand.MoreThan60 => t["à plus d’une heure"],
        _ => t["trajet inconnu"],
    };

    public static string Level(AnonymousProfile profile, Words t) => profile.Level switch
    {
        CredentialLevel.HospitalActive => t["titre vérifié, exerce à l’hôpital"],
        CredentialLevel.Active => t["titre vérifié, en exercice"],
        CredentialLevel.Licensed => t["titre vérifié"],
        CredentialLevel.Supervised => profile.IsStudent ? t["étudiant, sous la responsabilité d’un professionnel"] : t["sous la responsabilité d’un professionnel"],
        _ => t["titre pas encore vérifié"],
    };
}
