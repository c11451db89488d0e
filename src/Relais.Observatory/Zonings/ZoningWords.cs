using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Figures;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Zonings;

/// <summary>How zones that an authority drew are said.</summary>
internal static class ZoningWords
{
    /// <summary>The zone of a commune, and what it was before when that changed.</summary>
    public static string SentenceOf(this Words t, CommuneZone zone) => string.Join(' ', new[] { Now(t, zone), Before(t, zone) }.OfType<string>());

    /// <summary>The same in a few words, for a list: « ZIP (avant, 2021 : ZAC) ».</summary>
    public static string ShortOf(this Words t, CommuneZone zone) => (zone.Zone ?? t["aucune zone"])
        + (zone.Before is { } before ? $" ({t["avant, {0} : {1}", before.Dataset.Vintage, before.Zone ?? t["aucune zone"]]})" : "");

    /// <summary>The name of the zoning: its own, or that of its profession.</summary>
    public static string NameOf(this Words t, ZoningSeries series) => series.Name ?? t["Zonage : {0}", t.NameOf(series.Profession)];

    /// <summary>What a zoning rests on.</summary>
    public static Provenance ProvenanceOf(this Words t, CommuneZone zone) => t.ProvenanceOf(zone.Dataset);

    /// <inheritdoc cref="ProvenanceOf(Words, CommuneZone)"/>
    public static Provenance ProvenanceOf(this Words t, Dataset zoning) =>
        new(zoning.Source, zoning.Vintage, t["zonage publié, repris tel quel"], FigureQuality.Published, zoning.IsInvented);

    private static string Now(Words t, CommuneZone zone) => (zone.Series.Name, zone.Zone, zone.DecidedOn) switch
    {
        ({ } name, null, _) => t["« {0} » : la commune n’y est plus.", name],
        ({ } name, { } inside, _) => t["« {0} » : la commune y est en « {1} ».", name, inside],
        (null, null, _) => t["Pour les {0}, la commune n’est plus dans aucune zone.", t.NameOf(zone.Profession)],
        (null, { } inside, { } day) => t["Pour les {0}, la commune est en zone « {1} », par un arrêté du {2}.", t.NameOf(zone.Profession), inside, day.ToString("D", CultureInfo.CurrentCulture)],
        (null, { } inside, null) => t["Pour les {0}, la commune est en zone « {1} ».", t.NameOf(zone.Profession), inside],
    };

    private static string? Before(Words t, CommuneZone zone) => zone.Before is not { } before ? null
        : before.Zone is { } was ? t["Avant ({0}) : « {1} ».", before.Dataset.Vintage, was].Value
        : t["Avant ({0}) : dans aucune zone.", before.Dataset.Vintage].Value;
}
