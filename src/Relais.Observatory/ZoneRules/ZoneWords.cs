using System.Globalization;
using Relais.Accessibility.Zoning;
using Relais.Cartography.Classes;
using Relais.Kernel.Wording;

namespace Relais.Observatory.ZoneRules;

/// <summary>How the classes of the rules are said and drawn.</summary>
internal static class ZoneWords
{
    public static string NameOf(this Words t, ZoneClass one) => one switch
    {
        ZoneClass.SelectedZip => t["ZIP, sélection nationale (A)"],
        ZoneClass.ChosenZip => t["ZIP, part régionale (B)"],
        ZoneClass.Zac => t["ZAC"],
        ZoneClass.Vigilance => t["Zone de vigilance"],
        ZoneClass.Pool => t["Vivier : à l’ARS de choisir"],
        ZoneClass.Out => t["Hors vivier"],
        _ => t["Non classé"],
    };

    /// <summary>Why a mesh is in its class, in a sentence for who does not know the rules.</summary>
    public static string ReasonOf(this Words t, MeshZone zone, ZoningRules rules) => zone.Reason switch
    {
        ZoneReason.Selected => t["APL de {0}, au plus {1} : la sélection est nationale.", Figure(zone.Apl), Figure(rules.SelectedAtMost)],
        ZoneReason.Chosen => t["Prise à son rang, dans la part que la région peut avoir en ZIP."],
        ZoneReason.ZacPoolOnly => t["Dans le vivier des ZAC, et dans la part que la région peut y avoir."],
        ZoneReason.ZipFull => t["Plus assez de place en ZIP dans la part de la région."],
        ZoneReason.BothFull => t["Plus assez de place en ZIP ni en ZAC dans la part de la région."],
        ZoneReason.NoCap => t["Dans le vivier. Le plafond de la région n’a pas été importé : ZIP, ZAC ou vigilance, on ne peut pas dire."],
        ZoneReason.AbovePool when rules.PoolAtMost is { } most => t["APL de {0}, au-dessus de {1}.", Figure(zone.Apl), Figure(most)],
        ZoneReason.AbovePool => t["APL de {0} : au-delà des viviers du pays.", Figure(zone.Apl)],
        ZoneReason.Adapted => t["Hors du vivier, ajoutée par adaptation."],
        ZoneReason.MarginSpent => t["Hors du vivier ; la marge d’adaptation ne suffit pas."],
        ZoneReason.AdaptedFull => t["Hors du vivier ; plus assez de place dans la part de la région."],
        ZoneReason.NoFigure => t["L’APL d’une de ses communes au moins n’est pas connue."],
        _ => t["Les viviers sont des parts du pays, et l’APL n’est connue que d’une partie."],
    };

    /// <summary>The most urgent is the strongest; what is for the agency to choose is ruled as what is not classed.</summary>
    public static MapClass Drawn(ZoneClass one) => one switch
    {
        ZoneClass.SelectedZip => MapClass.Fifth,
        ZoneClass.ChosenZip => MapClass.Fourth,
        ZoneClass.Zac => MapClass.Third,
        ZoneClass.Vigilance => MapClass.Second,
        ZoneClass.Out => MapClass.First,
        ZoneClass.Pool => MapClass.NotClassed,
        _ => MapClass.NoData,
    };

    /// <summary>Two decimals: a threshold is passed by less than a tenth.</summary>
    private static string Figure(double? apl) => apl is { } value ? value.ToString("0.0#", CultureInfo.CurrentCulture) : "";
}
