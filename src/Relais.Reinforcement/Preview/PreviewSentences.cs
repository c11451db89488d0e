using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Preview;

/// <summary>What each rule of eligibility is called on screen.</summary>
internal static class PreviewSentences
{
    public static string Of(string code, Words t) => code switch
    {
        "profession" => t["exercent une autre profession"],
        "skill" => t["n’ont pas l’expérience de cette unité, ou elle est trop ancienne"],
        "exclusion" => t["ne sont pas proposées à cet établissement"],
        "level" => t["n’ont pas le niveau de vérification demandé"],
        "scheme" => t["n’acceptent pas ce type de mission"],
        "employer-agreement" => t["n’ont pas noté l’accord de leur employeur pour ce jour"],
        "zone" => t["sont trop loin ou ne vont pas dans ce secteur"],
        "availability" => t["ont dit ne pas être libres à ce moment"],
        "notice" => t["ne peuvent pas partir aussi vite"],
        "pause" => t["sont en pause"],
        "commitment" => t["sont déjà engagées à ces heures"],
        "rest" => t["n’auraient pas leur repos légal"],
        "yearly-quota" => t["ont atteint leur nombre de jours de l’année"],
        "agreement-days" => t["ont atteint le nombre de jours que leur employeur accepte ce mois-là"],
        "asked" => t["ont déjà été prévenues pour ce besoin"],
        "weekly-limit" => t["ont atteint leur nombre de demandes de la semaine"],
        "quiet-hours" => t["sont dans leurs heures calmes : prévenues dès leur fin"],
        _ => t["ne remplissent pas une autre condition"],
    };
}
