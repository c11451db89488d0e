using System.Globalization;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Offers;

/// <summary>Why this person, in words: to themselves in sentences, to who calls them in a few words.</summary>
internal static class ReasonSentences
{
    /// <summary>« Pourquoi moi ? »</summary>
    public static string Of(string reason, Words t) => Read(reason) switch
    {
        ("picked", _) => t["L’établissement vous a choisi parmi des profils sans nom : il ne sait pas encore qui vous êtes."],
        ("planned", _) => t["La coordination a regardé tous les besoins de la région ensemble : c’est ici que vous êtes le plus utile."],
        ("called", _) => t["La coordination vous a appelé."],
        ("came-forward", _) => t["Vous vous êtes proposé."],
        ("standby", _) => t["Vous aviez dit oui quand tout était pris : une place s’est libérée."],
        ("substitute", _) => t["Votre diplôme permet de tenir ce poste, et l’établissement l’accepte."],
        ("own-pool", _) => t["Cet établissement vous connaît."],
        ("on-duty", _) => t["Vous vous êtes dit disponible maintenant."],
        ("declared-free", _) => t["Vous avez dit être libre à ce moment."],
        ("journey", 0) => t["Vous habitez la même commune."],
        ("journey", var minutes) => t["Vous êtes à environ {0} minutes.", minutes],
        ("asked", 0) => t["Vous n’avez pas été sollicité ces quatre dernières semaines."],
        ("asked", var times) => t["Vous avez été sollicité {0} fois ces quatre dernières semaines, moins que d’autres.", times],
        _ => t["L’établissement a pensé à vous."],
    };

    /// <summary>Why the waves would ask this person sooner than another; nothing for what is shown beside it.</summary>
    public static string? Briefly(string reason, Words t) => Read(reason) switch
    {
        ("standby", _) => t["avait dit oui quand tout était pris"].Value,
        ("substitute", _) => t["tiendrait ce poste avec un autre diplôme"].Value,
        ("own-pool", _) => t["connaît l’établissement"].Value,
        ("on-duty", _) => t["se dit disponible maintenant"].Value,
        ("declared-free", _) => t["s’est dite libre à ce moment"].Value,
        ("picked", _) => t["choisie sur son profil"].Value,
        ("asked", 0) => t["pas sollicitée depuis quatre semaines"].Value,
        ("asked", var times) => t.Count(times, "sollicitée {0} fois en quatre semaines", "sollicitée {0} fois en quatre semaines"),
        _ => null,
    };

    /// <summary>« code:figure », or a code alone.</summary>
    private static (string Code, int Figure) Read(string reason) => reason.Split(':') is [var code, var figure]
        ? (code, int.Parse(figure, CultureInfo.InvariantCulture))
        : (reason, 0);
}
