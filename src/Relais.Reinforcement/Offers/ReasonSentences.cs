using System.Globalization;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Offers;

/// <summary>« Pourquoi moi ? » in words.</summary>
internal static class ReasonSentences
{
    public static string Of(string reason, Words t)
    {
        var (code, figure) = reason.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? (reason[..colon], int.Parse(reason[(colon + 1)..], CultureInfo.InvariantCulture))
            : (reason, 0);
        return code switch
        {
            "picked" => t["L’établissement vous a choisi parmi des profils sans nom : il ne sait pas encore qui vous êtes."],
            "called" => t["La coordination vous a appelé."],
            "came-forward" => t["Vous vous êtes proposé."],
            "standby" => t["Vous aviez dit oui quand tout était pris : une place s’est libérée."],
            "own-pool" => t["Cet établissement vous connaît."],
            "on-duty" => t["Vous vous êtes dit disponible maintenant."],
            "declared-free" => t["Vous avez dit être libre à ce moment."],
            "journey" => figure is 0 ? t["Vous habitez la même commune."] : t["Vous êtes à environ {0} minutes.", figure],
            "asked" => figure is 0 ? t["Vous n’avez pas été sollicité ces quatre dernières semaines."] : t["Vous avez été sollicité {0} fois ces quatre dernières semaines, moins que d’autres.", figure],
            _ => t["L’établissement a pensé à vous."],
        };
    }
}
