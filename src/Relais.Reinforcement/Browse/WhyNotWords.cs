using Relais.Kernel.Wording;
using Relais.Reinforcement.Exclusions;

namespace Relais.Reinforcement.Browse;

/// <summary>Why one may not take a need, said to that person.</summary>
/// <param name="Sentence">What stops.</param>
/// <param name="Change">What could change it, if anything.</param>
/// <param name="Url">Where it is changed.</param>
internal sealed record WhyNotWords(string Sentence, string? Change, string? Url)
{
    private const string Availability = "/mes-disponibilites";
    private const string Settings = "/mes-reglages";

    public static WhyNotWords Of(NearbyNeed need, Words t) => need.WhyNot switch
    {
        "profession" => new(t["Ce besoin demande un autre métier que les vôtres."], t["Mes métiers"], "/mon-dossier/metier"),
        "skill" => new(t["Vous n’avez pas dit avoir exercé dans cette unité, ou c’était il y a trop longtemps."], t["Mon expérience"], "/mon-dossier/competences"),
        "exclusion" => need.ExcludedBy is ExclusionSide.Person
            ? new(t["Vous avez demandé à ne plus recevoir de demandes de cet établissement."], t["Les établissements que j’écarte"], MyExclusionsModel.Address)
            : new(t["Cet établissement ne fait pas appel à vous."], Change: null, Url: null),
        "level" => new(t["L’établissement demande un titre vérifié, et le vôtre ne l’est pas à ce niveau."], t["Faire vérifier mon titre"], "/mon-dossier/titres"),
        "employer-agreement" => new(
            t["Votre situation demande l’accord de votre employeur, et aucun accord noté dans votre dossier ne couvre ce jour."], t["Accord de l’employeur"], "/mon-dossier/accord-employeur"),
        "zone" => new(
            need.Minutes is { } minutes ? t["C’est à {0} min de chez vous, plus loin que vous n’acceptez d’aller.", minutes] : t["C’est plus loin que vous n’acceptez d’aller."],
            t["Mes lieux et mon trajet"],
            "/mon-dossier/zones"),
        "availability" => new(t["Vous avez dit ne pas être libre à ce moment, ou ne pas travailler la nuit."], t["Mes disponibilités"], Availability),
        "notice" => new(t["Cela commence plus tôt que le délai que vous demandez pour partir."], t["Mon délai pour partir"], Availability),
        "pause" => new(t["Vous êtes en pause : reprenez pour pouvoir vous proposer."], t["Mes réglages"], Settings),
        "commitment" => new(t["Vous êtes déjà pris à ces heures."], t["Mes horaires"], "/mes-horaires"),
        "rest" => new(t["Vous n’auriez pas votre repos légal, d’après les horaires que Relais connaît."], t["Mes horaires"], "/mes-horaires"),
        "yearly-quota" => new(t["Vous avez déjà le nombre de jours de renfort que vous acceptez par an."], t["Mes réglages"], Settings),
        "agreement-days" => new(t["L’accord de votre employeur ne laisse plus de jour ce mois-ci."], t["Accord de l’employeur"], "/mon-dossier/accord-employeur"),
        "late" => new(t["La mission finirait avant ou peu après votre arrivée."], Change: null, Url: null),
        "withdrawn" => new(t["Vous vous êtes retiré de cette mission."], Change: null, Url: null),
        "ended" => new(t["Votre demande pour cette mission est close."], Change: null, Url: null),
        _ => new(t["Une autre condition n’est pas remplie."], Change: null, Url: null),
    };
}
