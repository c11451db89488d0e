using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Maps;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Communes;

/// <summary>The care of one commune, for its mayor and those who live there: sentences first, one sheet of paper.</summary>
internal sealed class CommuneModel(ICommunes communes, CommuneReader reader, CommuneSentences sentences, TerritoryChoice choice, MeasureBook measures, MapBook maps, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire/communes/{code}";

    public CommuneFacts Facts { get; private set; } = null!;

    public IReadOnlyList<CommuneSentence> Sentences { get; private set; } = [];

    /// <summary>Around the commune: its intercommunality.</summary>
    public IndicatorMap? Map { get; private set; }

    public TerritorySummary? Epci => Facts.Around.FirstOrDefault(territory => territory.Kind is TerritoryKind.Epci);

    public Indicator Access => measures.Find(AplMeasure.SlugOf(CareProfession.GeneralPractitioner))!.Indicator;

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Communes voisines de {0}", Facts.Commune.Name],
        Facts.Neighbours,
        [
            (t["Code"], row => Cell.Of(row.Commune.Code.Value)),
            (t["Commune"], row => Cell.Of(row.Commune.Name)),
            (t["Minutes (estimées)"], row => Cell.Of(decimal.Round((decimal)row.Minutes, 0))),
            ($"{Access.Name} ({Access.Unit})", row => t.CellOf(row.Access, Access)),
            .. t.ProvenanceColumns().Select(column => (column.Name, (Func<CommuneNeighbour, Cell>)(row => column.Cell(row.Access)))),
        ]);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        if (CommuneCode.Parse(code).Value is not { } asked || !table.TryFind(asked, out var commune))
        {
            return NotFound();
        }

        if (commune.Code != asked)
        {
            return RedirectPermanent($"/observatoire/communes/{commune.Code}");
        }

        Facts = await reader.ReadAsync(commune, cancellation);
        Sentences = sentences.Of(Facts);
        if (Epci is { } epci && await measures.ReadAsync(measures.Find(AplMeasure.SlugOf(CareProfession.GeneralPractitioner))!, cancellation) is { } reading
            && await choice.ReadAsync(epci.Code.Value, cancellation) is ({ } chosen, _) && await maps.FindAsync(chosen, cancellation) is { } map)
        {
            Map = IndicatorMap.Of(map, chosen.Name, Access, [.. chosen.Communes.Select(one => (one, reading.Of(one.Index)))], reading.Provenance, t);
        }

        return Page();
    }
}
