using Relais.Accessibility.Zoning;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>The tables of the page as files: what each line rests on goes with it.</summary>
internal static class ZoningSheets
{
    public static Sheet Meshes(ZoningModel page, Words t) => Sheet.Of(
        t["Territoires de vie-santé – {0}", page.Chosen!.Name],
        page.Rows,
        [
            (t["Code"], row => Cell.Of(row.Zone.Mesh.Code)),
            (t["Territoire de vie-santé"], row => Cell.Of(row.Zone.Mesh.Name)),
            (t["Communes"], row => Cell.Of((long)row.Zone.Mesh.Communes.Count)),
            (t["Habitants"], row => Cell.Of((long)row.Zone.Mesh.People)),
            (t["Région qui décide"], row => Cell.Of(row.Zone.Region)),
            ($"{page.Access.Name} – {t.NameOf(page.Rules.Mean)}", row => t.CellOf(row.Apl, page.Access)),
            ($"{page.Access.Name} – {t.NameOf(ZoneComparison.Other(page.Rules.Mean))}", row => t.CellOf(row.OtherMean, page.Access)),
            (t["APL de l’autre source"], row => row.Other is { } other ? t.CellOf(other, page.Access) : Cell.None),
            (t["Par les règles"], row => Cell.Of(t.NameOf(row.Zone.Class))),
            (t["Pourquoi"], row => Cell.Of(t.ReasonOf(row.Zone, page.Rules))),
            (t["Zonage publié"], row => Cell.Of(string.Join(", ", row.Published.Select(zone => $"{zone.Zone ?? t["aucune zone"]} ({zone.Communes})")))),
            (t["Diffère"], row => Cell.Of(t.Say(row.Agreement))),
            (t["Paramètres"], _ => Cell.Of(ParametersOf(page, t))),
            .. t.ProvenanceColumns().Select(column => (column.Name, (Func<MeshRow, Cell>)(row => column.Cell(row.Apl)))),
        ]);

    public static Sheet Regions(ZoningModel page, Words t) => Sheet.Of(
        t["Habitants par classe et par région"],
        page.Regions.SelectMany(region => RegionLine.Of(region.Name, region.Zones, t)),
        [
            (t["Région"], line => Cell.Of(line.Region)),
            (t["Classe"], line => Cell.Of(line.Class)),
            (t["Habitants"], line => Cell.Of((long)line.People)),
            (t["Part de la région"], line => line.Part is { } part ? Cell.Of(decimal.Round(100 * (decimal)part, 1)) : Cell.None),
            (t["Plafond"], line => line.Cap is { } cap ? Cell.Of(decimal.Round(100 * (decimal)cap, 1)) : Cell.None),
            (t["Paramètres"], _ => Cell.Of(ParametersOf(page, t))),
            (t["Source"], _ => page.Provenance is { } from ? Cell.Of(t.Say(from)) : Cell.None),
        ]);

    public static Sheet Communes(ZoningModel page, Words t)
    {
        var series = page.Published.Select(zoning => zoning.Series).ToList();
        return Sheet.Of(
            t["Communes et zonages – {0}", page.Chosen!.Name],
            page.Chosen.Communes,
            [
                (t["Code"], commune => Cell.Of(commune.Code.Value)),
                (t["Commune"], commune => Cell.Of(commune.Name)),
                (t["Territoire de vie-santé"], commune => page.ZoneOf(commune) is { } zone ? Cell.Of(zone.Mesh.Name) : Cell.None),
                (t["Par les règles"], commune => Cell.Of(t.NameOf(page.ZoneOf(commune)?.Class ?? ZoneClass.Unknown))),
                .. series.Select(one => ($"{t.NameOf(one)} – {one.Source}", (Func<Commune, Cell>)(commune => ZoneIn(page, one, commune) is { } zone ? Cell.Of($"{t.ShortOf(zone)} – {zone.Dataset.Vintage}") : Cell.None))),
                (t["Source"], _ => page.Provenance is { } from ? Cell.Of(t.Say(from)) : Cell.None),
            ]);
    }

    /// <summary>Whether the published zoning is another.</summary>
    public static string Say(this Words t, Agreement? agreement) => agreement switch
    {
        Agreement.Same => t["non"],
        Agreement.InPart => t["diffère en partie"],
        Agreement.Other => t["diffère"],
        _ => t["sans objet"],
    };

    private static string ParametersOf(ZoningModel page, Words t) => page.Parameters.AreTheReaders ? t["vos paramètres, pas ceux de l’arrêté"] : page.Order!.Reference;

    private static CommuneZone? ZoneIn(ZoningModel page, ZoningSeries series, Commune commune) => page.PublishedOf(commune).FirstOrDefault(zone => zone.Series == series);
}
