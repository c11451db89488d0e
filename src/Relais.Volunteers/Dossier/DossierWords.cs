using Relais.Matching.Rest;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

/// <summary>How the answers of a dossier are called on screen, in French; through Words in other languages.</summary>
internal static class DossierWords
{
    public static string Of(VolunteerStatus status) => status switch
    {
        VolunteerStatus.Active => "En activité",
        VolunteerStatus.Student => "Étudiant",
        VolunteerStatus.Retired => "Retraité",
        _ => "Autre situation",
    };

    public static string Of(Regime regime) => regime switch
    {
        Regime.HospitalAgent => "Hôpital public",
        Regime.HospitalDoctor => "Hôpital public, praticien",
        Regime.PrivateSector => "Secteur privé ou associatif",
        _ => "Libéral",
    };

    public static string Of(ExperienceBand band) => band switch
    {
        ExperienceBand.LessThanOne => "Moins d’un an",
        ExperienceBand.OneToTwo => "1 à 2 ans",
        ExperienceBand.ThreeToFive => "3 à 5 ans",
        ExperienceBand.SixToTen => "6 à 10 ans",
        _ => "Plus de 10 ans",
    };

    /// <summary>How the person says which level is asked for.</summary>
    public static string Practising(CredentialLevel level) => level switch
    {
        CredentialLevel.HospitalActive => "J’exerce à l’hôpital",
        CredentialLevel.Active => "J’exerce hors de l’hôpital",
        CredentialLevel.Licensed => "J’ai le titre, je n’exerce pas en ce moment",
        _ => "Je suis étudiant, retraité ou sans diplôme du métier",
    };

    public static string Of(CredentialLevel level) => level switch
    {
        CredentialLevel.Supervised => "Sous la responsabilité d’un professionnel",
        CredentialLevel.Licensed => "Titre vérifié, sans exercice en ce moment",
        CredentialLevel.Active => "Titre vérifié, exerce hors de l’hôpital",
        _ => "Titre vérifié, exerce à l’hôpital",
    };
}
