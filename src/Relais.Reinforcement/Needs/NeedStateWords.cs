using Relais.Design.Display;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Needs;

/// <summary>Where a need stands, in a word and its tone.</summary>
internal static class NeedStateWords
{
    public static string Of(NeedState state, Words t) => state switch
    {
        NeedState.Draft => t["Brouillon"],
        NeedState.Open => t["Ouvert"],
        NeedState.Filled => t["Pourvu"],
        NeedState.Closed => t["Terminé"],
        _ => t["Annulé"],
    };

    public static Tone ToneOf(NeedState state) => state switch
    {
        NeedState.Open => Tone.Waiting,
        NeedState.Filled => Tone.Good,
        NeedState.Draft or NeedState.Closed => Tone.Quiet,
        _ => Tone.Bad,
    };
}
