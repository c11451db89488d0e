using Relais.Kernel.Wording;

namespace Relais.Territory.Drawing;

/// <summary>Why a territory was not saved, as people read it.</summary>
internal static class DrawingWords
{
    public static string Say(this Words t, DrawingRefusal refusal) => refusal switch
    {
        DrawingRefusal.OutOfReach => t["Des communes de cette liste sont hors des territoires que vous coordonnez."],
        DrawingRefusal.BeginsTooEarly => t["Choisissez un jour plus tard que le début de la liste en place."],
        DrawingRefusal.NothingChanges => t["Cette liste est déjà celle qui est en vigueur."],
        DrawingRefusal.ChangedMeanwhile => t["Quelqu’un a changé ce territoire entre-temps : relisez-le avant de recommencer."],
        DrawingRefusal.TooLate => t["Cette liste a plus de sept jours : mettez fin au territoire, ou dressez-en une nouvelle."],
        _ => t["Aucun territoire enregistré n’a ce code."],
    };
}
