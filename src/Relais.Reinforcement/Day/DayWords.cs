using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination;

namespace Relais.Reinforcement.Day;

/// <summary>Says why posts are open, and what would help.</summary>
internal static class DayWords
{
    /// <summary>The reason, of so many posts.</summary>
    public static string Reason(WhyOpen why, long posts, Words t) => why switch
    {
        WhyOpen.NobodyCan => t.Count(posts, "{0} poste que personne ne peut prendre", "{0} postes que personne ne peut prendre"),
        WhyOpen.NobodyLeft => t.Count(posts, "{0} poste où tout le monde a répondu, sans assez de oui", "{0} postes où tout le monde a répondu, sans assez de oui"),
        WhyOpen.TooFew => t.Count(posts, "{0} poste pour trop peu de personnes", "{0} postes pour trop peu de personnes"),
        WhyOpen.NobodyAsks => t.Count(posts, "{0} poste pour lequel plus personne n’est prévenu, alors que quelqu’un pourrait venir", "{0} postes pour lesquels plus personne n’est prévenu, alors que quelqu’un pourrait venir"),
        WhyOpen.AwaitsChoice => t.Count(posts, "{0} poste où l’établissement doit choisir", "{0} postes où l’établissement doit choisir"),
        WhyOpen.QuietHours => t.Count(posts, "{0} poste qui attend la fin des heures calmes", "{0} postes qui attendent la fin des heures calmes"),
        WhyOpen.AwaitsNextWave => t.Count(posts, "{0} poste qui attend la prochaine vague", "{0} postes qui attendent la prochaine vague"),
        WhyOpen.AwaitsAnswers => t.Count(posts, "{0} poste qui attend des réponses", "{0} postes qui attendent des réponses"),
        WhyOpen.NotAskedYet => t.Count(posts, "{0} poste pour lequel personne n’est encore prévenu", "{0} postes pour lesquels personne n’est encore prévenu"),
        WhyOpen.NotPublished => t.Count(posts, "{0} poste pas encore publié", "{0} postes pas encore publiés"),
        WhyOpen.NotLookedInto => t.Count(posts, "{0} poste non expliqué", "{0} postes non expliqués"),
        WhyOpen.Stopped => t.Count(posts, "{0} poste que l’établissement ne cherche plus à pourvoir", "{0} postes que l’établissement ne cherche plus à pourvoir"),
        _ => t.Count(posts, "{0} poste pour lequel il est trop tard", "{0} postes pour lesquels il est trop tard"),
    };

    /// <summary>What the reason means, and what can be done about it.</summary>
    public static string Meaning(WhyOpen why, Words t) => why switch
    {
        WhyOpen.NobodyCan => t["Aucune personne inscrite ne remplit les conditions en ce moment. Sans un changement, ces postes restent vides."],
        WhyOpen.NobodyLeft => t["Les personnes prévenues ont toutes répondu, et il n’en reste aucune à prévenir."],
        WhyOpen.TooFew => t["Même si toutes les personnes qui restent disaient oui, il manquerait quelqu’un."],
        WhyOpen.NobodyAsks => t["La recherche s’était arrêtée faute de monde ; depuis, des personnes sont redevenues libres. Appelez-les."],
        WhyOpen.AwaitsChoice => t["Des personnes ont dit oui et attendent : demandez à l’établissement de choisir."],
        WhyOpen.QuietHours => t["Les personnes qui restent seront prévenues dès la fin de leurs heures calmes."],
        WhyOpen.AwaitsNextWave => t["Les personnes prévenues ont répondu ; d’autres le seront, sans que vous ayez rien à faire."],
        WhyOpen.AwaitsAnswers => t["Des personnes sont prévenues et n’ont pas répondu. Un appel va plus vite qu’une attente."],
        WhyOpen.NotAskedYet => t["Le besoin vient d’être publié : les premières personnes vont être prévenues."],
        WhyOpen.NotPublished => t["Ces dates d’une série se publient toutes seules, plus tard."],
        WhyOpen.NotLookedInto => t["Les {0} premiers besoins de la journée sont expliqués ; ouvrez ceux-ci un par un.", OpenPosts.MostSearched],
        WhyOpen.Stopped => t["Il reste des places, mais l’établissement a arrêté la recherche. Appelez-le s’il lui manque encore quelqu’un."],
        _ => t["La mission a commencé, ou il en reste trop peu pour faire venir quelqu’un."],
    };

    /// <summary>The figures behind the reason, for one need.</summary>
    public static string Figures(OpenPost post, Words t)
    {
        var (figures, left) = (post.Figures, post.Figures.Left?.Count ?? 0);
        return post.Why switch
        {
            WhyOpen.NobodyLeft => Asked(figures, t),
            WhyOpen.TooFew => $"{t.Count(left, "{0} personne peut encore être prévenue", "{0} personnes peuvent encore être prévenues")}, {t["{0} sans réponse", figures.Waiting]}, {t["{0} oui à confirmer", figures.Candidates]}, {t.Count(figures.Free, "pour {0} poste", "pour {0} postes")}.",
            WhyOpen.NobodyAsks => t.Count(left, "{0} personne peut être prévenue.", "{0} personnes peuvent être prévenues."),
            WhyOpen.AwaitsChoice => t.Count(figures.Candidates, "{0} personne a dit oui.", "{0} personnes ont dit oui."),
            WhyOpen.QuietHours => $"{t.Count(left, "{0} personne à prévenir", "{0} personnes à prévenir")}, {Next(post, t)}.",
            WhyOpen.AwaitsNextWave => $"{Asked(figures, t)} {t.Count(left, "{0} autre à prévenir", "{0} autres à prévenir")}, {Next(post, t)}.",
            WhyOpen.AwaitsAnswers => post.AsksAt is null
                ? $"{Asked(figures, t)} {t["Personne d’autre ne sera prévenu ensuite."]}"
                : $"{Asked(figures, t)} {t["Les suivantes : {0}.", Next(post, t)]}",
            WhyOpen.NotAskedYet => $"{t.Count(left, "{0} personne peut être prévenue", "{0} personnes peuvent être prévenues")}, {Next(post, t)}.",
            WhyOpen.NotPublished when post.Need.PublishAt is { } at => t["Publié le {0}.", CoordinationWords.At(at, post.Need.TimeZone)],
            WhyOpen.Stopped or WhyOpen.TooLate when post.Need.EndedAt is { } ended => t["Recherche finie le {0}.", CoordinationWords.At(ended, post.Need.TimeZone)],
            _ => "",
        };
    }

    /// <summary>What stops most of those who could do it, and what would let them.</summary>
    public static string? Obstacle(OpenPost post, Words t) => post switch
    {
        { Why: not (WhyOpen.NobodyCan or WhyOpen.NobodyLeft or WhyOpen.TooFew) } => null,
        { Obstacle: null } => t["Toutes les personnes inscrites dans cette unité ont été prévenues, ou peuvent encore l’être. Seule une nouvelle inscription peut débloquer."],
        { Obstacle: { Code: "profession" } } => t["Personne d’inscrit n’exerce ce métier. Ce qui peut débloquer : inviter des professionnels."],
        { Obstacle: { Code: var code, People: var people } } => $"{Stopped(code, people, t)} {Unblocks(code, t)}",
    };

    private static string Stopped(string code, int people, Words t) => code switch
    {
        "skill" => t.Count(people, "{0} personne exerce ce métier, mais sans expérience récente de cette unité.", "{0} personnes exercent ce métier, mais sans expérience récente de cette unité."),
        "exclusion" => t.Count(people, "{0} personne a la compétence, mais n’est pas proposée à cet établissement.", "{0} personnes ont la compétence, mais ne sont pas proposées à cet établissement."),
        "level" => t.Count(people, "{0} personne a la compétence, mais pas le niveau de vérification demandé.", "{0} personnes ont la compétence, mais pas le niveau de vérification demandé."),
        "employer-agreement" => t.Count(people, "{0} personne a la compétence, mais pas l’accord de son employeur.", "{0} personnes ont la compétence, mais pas l’accord de leur employeur."),
        "zone" => t.Count(people, "{0} personne a la compétence, mais la mission est hors de sa zone.", "{0} personnes ont la compétence, mais la mission est hors de leur zone."),
        "availability" => t.Count(people, "{0} personne a la compétence, mais a dit ne pas être libre à ce moment.", "{0} personnes ont la compétence, mais ont dit ne pas être libres à ce moment."),
        "notice" => t.Count(people, "{0} personne a la compétence, mais ne peut pas partir aussi vite.", "{0} personnes ont la compétence, mais ne peuvent pas partir aussi vite."),
        "pause" => t.Count(people, "{0} personne a la compétence, mais est en pause.", "{0} personnes ont la compétence, mais sont en pause."),
        "commitment" => t.Count(people, "{0} personne a la compétence, mais est déjà engagée à ces heures.", "{0} personnes ont la compétence, mais sont déjà engagées à ces heures."),
        "rest" => t.Count(people, "{0} personne a la compétence, mais n’aurait pas son repos légal.", "{0} personnes ont la compétence, mais n’auraient pas leur repos légal."),
        "yearly-quota" => t.Count(people, "{0} personne a la compétence, mais a atteint son nombre de jours de l’année.", "{0} personnes ont la compétence, mais ont atteint leur nombre de jours de l’année."),
        "agreement-days" => t.Count(people, "{0} personne a la compétence, mais a atteint le nombre de jours que son employeur accepte.", "{0} personnes ont la compétence, mais ont atteint le nombre de jours que leur employeur accepte."),
        "weekly-limit" => t.Count(people, "{0} personne a la compétence, mais a atteint sa limite de demandes de la semaine.", "{0} personnes ont la compétence, mais ont atteint leur limite de demandes de la semaine."),
        _ => t.Count(people, "{0} personne a la compétence, mais ne remplit pas une autre condition.", "{0} personnes ont la compétence, mais ne remplissent pas une autre condition."),
    };

    private static string Unblocks(string code, Words t) => code switch
    {
        "skill" => t["Ce qui peut débloquer : une expérience de cette unité, à ajouter au dossier."],
        "level" => t["Ce qui peut débloquer : vérifier les pièces, ou demander un niveau moins haut."],
        "employer-agreement" => t["Ce qui peut débloquer : l’accord de l’employeur, à noter au dossier."],
        "zone" => t["Ce qui peut débloquer : une zone plus large au dossier."],
        "availability" or "commitment" => t["Ce qui peut débloquer : un autre horaire."],
        "notice" => t["Ce qui peut débloquer : un début plus tard."],
        "pause" => t["Ce qui peut débloquer : la fin de la pause, ou un autre jour."],
        "rest" => t["Ce qui peut débloquer : un horaire plus court, ou décalé."],
        "weekly-limit" => t["Ce qui peut débloquer : attendre lundi, où la limite repart."],
        _ => t["Ce qui peut débloquer : d’autres conditions."],
    };

    private static string Asked(OpenFigures figures, Words t) =>
        $"{t.Count(figures.Asked, "{0} prévenue", "{0} prévenues")}, {t["{0} sans réponse", figures.Waiting]}, {t["{0} non", figures.No]}.";

    private static string Next(OpenPost post, Words t) => post.AsksAt is { } at ? CoordinationWords.At(at, post.Need.TimeZone) : t["à une heure non connue"];
}
