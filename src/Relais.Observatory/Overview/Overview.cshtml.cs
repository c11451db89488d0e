using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Evolution;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Maps;
using Relais.Observatory.Methods;
using Relais.Observatory.Neighbours;
using Relais.Observatory.Published;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Overview;

/// <summary>How care is in any set of communes: six figures, then one indicator commune by commune, beside the region and the country.</summary>
internal sealed class OverviewModel(TerritoryChoice choice, ITerritories territories, ICommunes communes, MeasureBook measures, MapBook maps, NeighbourTerritories around, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire";
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoire")]
    [StringLength(TerritorySet.Longest, ErrorMessage = "2 000 caractères au plus")]
    public string? Territoires { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Indicateur { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Méthode")]
    public string? Methode { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Ou vos propres paliers")]
    public string? Paliers { get; set; }

    /// <summary>The parameters that the reader tries instead of those in use.</summary>
    public ChosenMethod? Method { get; private set; }

    /// <summary>Only what is computed by a catchment has a method to choose.</summary>
    public bool HasMethod => Measure is AplMeasure;

    /// <summary>Communes to choose from: several of one name, or those whose name is near.</summary>
    public IReadOnlyList<Commune> Named { get; private set; } = [];

    public ChosenTerritory? Chosen { get; private set; }

    /// <summary>The day on which the lists of communes are taken.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Le { get; set; }

    public IReadOnlyList<TerritorySummary> Saved { get; private set; } = [];

    public IReadOnlyList<TerritorySummary> Regions { get; private set; } = [];

    public IReadOnlyList<Measured> KeyFigures { get; private set; } = [];

    public IMeasure Measure { get; private set; } = measures.Key[0];

    public Indicator Indicator => Measure.Indicator;

    public Reading? Reading { get; private set; }

    /// <summary>Nothing for a set that is too wide to be drawn.</summary>
    public IndicatorMap? Map { get; private set; }

    /// <summary>What DREES publishes of the same communes, once its workbook was imported.</summary>
    public PublishedBeside? Published { get; private set; }

    public IReadOnlyList<Compared> Beside { get; private set; } = [];

    /// <summary>Nothing where no territory touches this one.</summary>
    public NeighbourComparison? Neighbours { get; private set; }

    /// <summary>The communes of this page of the table, the least served first.</summary>
    public IReadOnlyList<CommuneFigure> Rows { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public IReadOnlyList<IGrouping<string?, IMeasure>> Menu { get; private set; } = [];

    Sheet? IHasTables.Table(string? name) => Reading is null ? null : name is NeighbourComparison.Table ? Neighbours?.ToSheet(t) : Sheet.Of(
        $"{Indicator.Name} – {Chosen!.Name}",
        Rows,
        [
            (t["Code"], row => Cell.Of(row.Commune.Code.Value)),
            (t["Commune"], row => Cell.Of(row.Commune.Name)),
            ($"{Indicator.Name} ({Indicator.Unit})", row => t.CellOf(row.Figure, Indicator)),
            (t["Fourchette"], row => Cell.Of(t.SayRange(row.Figure, Indicator))),
            .. PublishedColumns(),
            .. t.ProvenanceColumns().Select(column => (column.Name, (Func<CommuneFigure, Cell>)(row => column.Cell(row.Figure)))),
        ]);

    private IEnumerable<(string, Func<CommuneFigure, Cell>)> PublishedColumns() => Published is not { } beside ? [] :
    [
        (t["DREES, {0}", beside.Provenance.Vintage], row => t.CellOf(beside.Of(row.Commune.Index), Indicator)),
        (t["Écart avec la DREES"], row => beside.Difference(row.Commune.Index) is { } gap ? Cell.Of(decimal.Round((decimal)gap, Indicator.Decimals)) : Cell.Of("")),
    ];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Territoires))
        {
            var people = (await communes.PeopleAsync(PopulationCount.Reference, cancellation)).People;
            var peopled = (await communes.GetAsync(cancellation)).All.Where(commune => people[commune.Index.Value] > 0).Select(commune => TerritoryCode.OfRegion(commune.Region)).ToHashSet();
            Regions = [.. (await territories.ListAsync(TerritoryKind.Region, cancellation)).Where(region => peopled.Contains(region.Code)).OrderBy(region => region.Name, StringComparer.CurrentCulture)];
            Saved = await choice.SavedAsync(cancellation);
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Le is { } day && TerritorySet.Parse(Territoires) is { IsValid: true, Value: var set })
        {
            return Redirect($"{Address}?territoires={set.AsOf(day)}{(Indicateur is null ? "" : $"&indicateur={Uri.EscapeDataString(Indicateur)}")}");
        }

        Named = await choice.CommunesNamedAsync(Territoires, cancellation);
        if (Named.Count > 0)
        {
            return Named is [var only] ? Redirect($"{Address}/communes/{only.Code}") : Page();
        }

        (Chosen, var problem) = await choice.ReadAsync(Territoires, cancellation);
        if (Chosen is null)
        {
            ModelState.AddModelError(nameof(Territoires), problem!);
            Named = await choice.NearestAsync(Territoires, cancellation);
            return Page();
        }

        Measure = measures.Find(Indicateur) ?? measures.Find(PopulationMeasure.Slug)!;
        foreach (var measure in measures.Key)
        {
            KeyFigures = [.. KeyFigures, await MeasureAsync(measure, Chosen, cancellation)];
        }

        Menu = await measures.OfferedAsync(cancellation);
        (Method, problem) = HasMethod ? MethodChoice.Read(t, Methode, Paliers) : (null, null);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Paliers), problem);
        }

        Reading = Method is { } method && Measure is AplMeasure access ? await access.TryAsync(method, cancellation) : await measures.ReadAsync(Measure, cancellation);
        if (Reading is not null)
        {
            await CompareAsync(Reading, Chosen, cancellation);
            Neighbours = await around.OfAsync(Chosen, cancellation) is { Count: > 0 } touching ? NeighbourComparison.Of(Indicator, Reading, Chosen.Name, Chosen.Ranks, touching) : null;
            await DrawAsync(Reading, Chosen, cancellation);
            ListCommunes(Reading, Chosen, page);
            Published = Measure is AplMeasure { Profession: var profession } && await measures.ReadAsync(measures.Find(PublishedAplMeasure.SlugOf(profession))!, cancellation) is { } published
                ? new PublishedBeside(Reading, published, Chosen.Ranks)
                : null;
        }

        return Page();
    }

    /// <summary>The files from which the indicator was computed; nothing for one that is only counted.</summary>
    public string? Inputs => Measure is AplMeasure { Profession: var profession } && Chosen is { Communes.Count: <= MapBook.MostCommunes } chosen ? AccessInputsRoute.AddressOf(chosen, profession, Method) : null;

    public string AddressOf(string slug) => $"{Address}?territoires={Chosen!.Key}&indicateur={slug}";

    public string? EvolutionAddress => Measure is IPastMeasure ? EvolutionModel.AddressOf(Chosen!.Key, Indicator.Slug) : null;

    /// <summary>What goes over time is read at its two newest vintages, no more: the first page is to be quick.</summary>
    private async ValueTask<Measured> MeasureAsync(IMeasure measure, ChosenTerritory chosen, CancellationToken cancellation) => measure is IPastMeasure past
        ? await past.TrajectoryAsync(chosen.Ranks, TrajectoryBook.ForTrend, cancellation) is { } trajectory ? new Measured(measure, trajectory.Last.Figure, trajectory.Trend) : new Measured(measure, null, null)
        : new Measured(measure, (await measures.ReadAsync(measure, cancellation))?.Of(chosen.Ranks), null);

    /// <summary>The same figure for the whole, its region, and the country.</summary>
    private async Task CompareAsync(Reading reading, ChosenTerritory chosen, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var rows = new List<Compared> { new(chosen.Name, reading.Of(chosen.Ranks)) };
        if (chosen.Region is { } region && await territories.FindAsync(region, cancellation) is { } summary && chosen.Codes.All(code => code.Code != region))
        {
            rows.Add(new Compared(summary.Name, reading.Of(await RanksAsync(region, table, cancellation))));
        }

        rows.Add(new Compared(t["France entière"], reading.Of([.. table.All.Select(commune => commune.Index)])));
        Beside = rows;
    }

    private async Task DrawAsync(Reading reading, ChosenTerritory chosen, CancellationToken cancellation)
    {
        if (await maps.FindAsync(chosen, cancellation) is { } map)
        {
            Map = IndicatorMap.Of(map, chosen.Name, Indicator, [.. chosen.Communes.Select(commune => (commune, reading.Of(commune.Index)))], reading.Provenance, t);
        }
    }

    private async Task<IReadOnlyList<CommuneIndex>> RanksAsync(TerritoryCode code, CommuneTable table, CancellationToken cancellation) =>
        [.. (await territories.CommunesOfAsync([code], cancellation)).Select(table.Find).OfType<Commune>().Select(commune => commune.Index)];

    private void ListCommunes(Reading reading, ChosenTerritory chosen, string? page)
    {
        var last = Math.Max(1, (chosen.Communes.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        var rows = this.PageFrom(PageNumber, PageSize);
        Rows =
        [
            .. chosen.Communes.Select(commune => new CommuneFigure(commune, reading.Of(commune.Index)))
                .OrderBy(row => Rank(row.Figure))
                .ThenBy(row => row.Commune.Name, StringComparer.CurrentCulture)
                .Skip(rows.Skip)
                .Take(rows.Take),
        ];
    }

    /// <summary>What calls for attention first, what has no figure last.</summary>
    private double Rank(Figure figure) => figure is Figure.Known known ? Indicator.Alarm is Alarm.Low ? known.Value : -known.Value : double.PositiveInfinity;
}

/// <param name="Figure">Nothing as long as what it rests on was not imported.</param>
/// <param name="Trend">Where it goes since the vintage before, where that is known.</param>
internal sealed record Measured(IMeasure Measure, Figure? Figure, Trend? Trend);

internal sealed record Compared(string Name, Figure Figure);

internal sealed record CommuneFigure(Commune Commune, Figure Figure);
