using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accessibility.Scenarios;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Datasets;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.WhatIf;

/// <summary>The effect of any action before it is taken. The whole state is the address, so that it can be sent to a meeting.</summary>
internal sealed class WhatIfModel(TerritoryChoice choice, ScenarioTrial trial, ITerritories territories, ICommunes communes, MeasureBook measures, PublishedDepartures departures, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire/simulation";
    public const int MostScenarios = 4;
    public const string DeparturesTable = "departs";

    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    [BindProperty(SupportsGet = true)]
    public string? Territoires { get; set; }

    /// <summary>Each a <see cref="PlannedScenario"/> as text.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Scenario { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Commune")]
    [StringLength(80, ErrorMessage = "80 caractères au plus")]
    public string? Lieu { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Ce qui changerait")]
    public string? Quoi { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Combien")]
    public string? Combien { get; set; }

    /// <summary>The rank of the scenario to add to, from 0; another makes a new one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Dans")]
    public string? Dans { get; set; }

    public ChosenTerritory? Chosen { get; private set; }

    public TrialGround? Ground { get; private set; }

    public IReadOnlyList<TriedScenario> Tried { get; private set; } = [];

    public Provenance? Provenance { get; private set; }

    /// <summary>What DREES says would be left without the oldest; none as long as its workbook was not taken in.</summary>
    public IReadOnlyList<DepartureRow> Departures { get; private set; } = [];

    public Indicator Published => departures.Indicator;

    public Indicator Indicator => measures.Find(AplMeasure.SlugOf(Profession))!.Indicator;

    public MissingData? Missing => measures.Find(AplMeasure.SlugOf(Profession))!.Missing;

    public IEnumerable<SelectListItem> Acts =>
    [
        new(t["des consultations avancées, en jours par mois"], "jours"),
        new(t["une installation, en temps pleins"], "arrivee"),
        new(t["un départ, en temps pleins"], "depart"),
        new(t["le départ de tous les 60 ans et plus"], "retraites"),
    ];

    public IEnumerable<SelectListItem> Places =>
        [.. Tried.Select((_, rank) => new SelectListItem(t["le scénario {0}", Letter(rank)], rank.ToString(CultureInfo.InvariantCulture))), new(t["un nouveau scénario"], "nouveau", Tried.Count is 0)];

    Sheet? IHasTables.Table(string? name)
    {
        if (name is DeparturesTable)
        {
            return Departures.Count is 0 ? null : Sheet.Of(
                t["Si les plus âgés partaient, d’après la DREES"],
                Departures,
                [
                    (t["Médecins généralistes"], row => Cell.Of(row.Left)),
                    (t["Moyenne"], row => t.CellOf(row.Mean, Published)),
                    (t["Habitants sous 2,5"], row => row.PeopleUnder is { } people ? Cell.Of((decimal)people) : Cell.Of(t["non disponible"])),
                    .. t.ProvenanceColumns().Select(column => (column.Name, (Func<DepartureRow, Cell>)(row => column.Cell(row.Mean)))),
                ]);
        }

        if (Tried.Count is 0 || Provenance is null)
        {
            return null;
        }

        return name is "communes"
            ? Sheet.Of(
                t["Communes dont l’accessibilité change"],
                Tried.SelectMany((one, rank) => one.Report.Changes.Select(change => (Scenario: Letter(rank), change.Place, change.Change))),
                [
                    (t["Scénario"], row => Cell.Of(row.Scenario)),
                    (t["Code"], row => Cell.Of(Ground!.Communes.All[row.Place].Code.Value)),
                    (t["Commune"], row => Cell.Of(Ground!.Communes.All[row.Place].Name)),
                    (t["Avant"], row => Cell.Of(decimal.Round((decimal)Ground!.Access.Figures.Values[row.Place], 4))),
                    (t["Différence"], row => Cell.Of(decimal.Round((decimal)row.Change, 6))),
                    (t["Source"], _ => Cell.Of(t.Say(Provenance))),
                ])
            : Sheet.Of(
                t["Scénarios comparés"],
                ScenarioTable.Rows(Tried, t),
                [(t["Ce qui est mesuré"], row => Cell.Of(row.Name)), .. Tried.Select((_, rank) => (Letter(rank), (Func<ScenarioRow, Cell>)(row => Cell.Of(row.Values[rank])))), (t["Source"], _ => Cell.Of(t.Say(Provenance)))]);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Territoires))
        {
            (Chosen, var problem) = await choice.ReadAsync(Territoires, cancellation);
            if (problem is not null)
            {
                ModelState.AddModelError(nameof(Territoires), problem);
            }
        }

        Departures = await departures.OfAsync(Chosen?.Ranks ?? [.. (await communes.GetAsync(cancellation)).All.Select(commune => commune.Index)], cancellation);
        Ground = await trial.OnAsync(Chosen, Profession, cancellation);
        if (Ground is null)
        {
            return Page();
        }

        Provenance = t.ProvenanceOf(Ground.Access);
        var scenarios = Scenario.Select(PlannedScenario.Read).OfType<PlannedScenario>().Take(MostScenarios).ToList();
        if (Quoi is not null && ReadChange() is { } change)
        {
            return Redirect(AddressOf(Added(scenarios, change)));
        }

        var inhabitants = await InhabitantsAsync(cancellation);
        var region = await RegionMeanAsync(cancellation);
        Tried =
        [
            .. scenarios.Select(scenario =>
            {
                var report = Ground.Try(scenario);
                return new TriedScenario(scenario, report, t.Say(scenario, Ground.Communes), t.Effect(report, Ground, inhabitants.People, inhabitants.Source), region is { } mean ? t.ToReach(report, mean) : null);
            }),
        ];
        return Page();
    }

    public static string Letter(int rank) => ((char)('A' + rank)).ToString();

    /// <summary>The address without the scenario of that rank.</summary>
    public string Without(int rank) => AddressOf([.. Tried.Select(one => one.Scenario).Where((_, at) => at != rank)]);

    private string AddressOf(IEnumerable<PlannedScenario> scenarios) =>
        $"{Address}?territoires={Uri.EscapeDataString(Chosen?.Key ?? "")}{string.Concat(scenarios.Select(scenario => $"&scenario={Uri.EscapeDataString(scenario.ToString())}"))}";

    private List<PlannedScenario> Added(List<PlannedScenario> scenarios, PlannedChange change)
    {
        if (int.TryParse(Dans, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank < scenarios.Count)
        {
            scenarios[rank] = scenarios[rank].With(change);
        }
        else
        {
            scenarios.Add(new PlannedScenario([change]));
        }

        return scenarios[Math.Max(0, scenarios.Count - MostScenarios)..];
    }

    private PlannedChange? ReadChange()
    {
        if (Quoi is "retraites")
        {
            if (Ground!.Access.Supply.Ages is null || Chosen is null)
            {
                ModelState.AddModelError(nameof(Quoi), Chosen is null ? t["Choisissez d’abord un territoire."] : t["Les âges n’ont pas été importés avec l’offre de soins."]);
                return null;
            }

            return new PlannedChange(null, PlannedAct.Retirement, 1);
        }

        var commune = !string.IsNullOrWhiteSpace(Lieu) && Ground!.Communes.Search(Lieu, 1) is [var found] ? found : null;
        if (commune is null)
        {
            ModelState.AddModelError(nameof(Lieu), string.IsNullOrWhiteSpace(Lieu) ? t["Dites dans quelle commune"] : t["Aucune commune n’a ce nom"]);
        }

        if (!Decimals.TryRead(Combien, out var quantity) || quantity is not (> 0 and <= PlannedChange.MostQuantity))
        {
            ModelState.AddModelError(nameof(Combien), t["Un nombre plus grand que 0, par exemple 2 ou 0,5"]);
            return null;
        }

        return commune is null ? null : PlannedChange.Read(string.Create(CultureInfo.InvariantCulture, $"{commune.Code}:{Quoi}:{quantity:0.##}"));
    }

    /// <summary>Counted as the official list of priority zones counts, where it counts all the communes.</summary>
    private async Task<(long People, string Source)> InhabitantsAsync(CancellationToken cancellation)
    {
        var reference = (await communes.PeopleAsync(PopulationCount.Reference, cancellation)).Source.Vintage;
        if (Chosen is null)
        {
            return ((long)Ground!.Access.Demand.Total.Sum(), reference);
        }

        var municipal = Chosen.Set.IsWhole && Chosen.Set.Territories.All(territory => territory.On is null)
            ? await territories.PopulationAsync([.. Chosen.Codes.Select(territory => territory.Code)], PopulationCount.EpciMunicipal, cancellation)
            : null;
        return municipal is { Uncounted.Count: 0 } ? (municipal.People, t["population municipale, {0}", municipal.Source.Vintage]) : ((long)Chosen.Ranks.Sum(rank => Ground!.Access.Demand.Total[rank.Value]), reference);
    }

    private async Task<double?> RegionMeanAsync(CancellationToken cancellation)
    {
        if (Chosen?.Region is not { } region || await measures.Find(AplMeasure.SlugOf(Profession))!.ReadAsync(cancellation) is not { } reading)
        {
            return null;
        }

        var table = Ground!.Communes;
        var codes = await territories.CommunesOfAsync([TerritoryCode.Stored(region.Value)], cancellation);
        return reading.Of([.. codes.Select(table.Find).OfType<Commune>().Select(commune => commune.Index)]) is Figure.Known known ? known.Value : null;
    }
}

/// <param name="Name">What is done.</param>
/// <param name="Effect">What it brings, in two sentences.</param>
/// <param name="ToReach">How much of the same would bring the territory to the mean of its region.</param>
internal sealed record TriedScenario(PlannedScenario Scenario, ScenarioReport Report, string Name, string Effect, string? ToReach);
