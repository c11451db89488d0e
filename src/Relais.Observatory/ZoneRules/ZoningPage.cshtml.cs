using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accessibility.Zoning;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Rules;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Maps;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Observatory.Zonings;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>What the rules of an order give for a territory, why, and what was published: the one beside the other, never the one for the other.</summary>
internal sealed class ZoningModel(TerritoryChoice choice, ITerritories territories, ICommunes communes, ZoningTrial trial, ZoningBook zonings, MapBook maps, MeasureBook measures, DatedRules rules, TimeProvider clock, Words t) : ParametersPage, IHasTables
{
    public const string Address = "/observatoire/zonage";

    /// <summary>Two decimals: a threshold is passed by less than a tenth.</summary>
    public Indicator Access { get; } = new("apl-65", t["APL, 65 ans au plus"], AplUnits.Of(t, CareProfession.GeneralPractitioner), 2, "");

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoire")]
    [StringLength(TerritorySet.Longest, ErrorMessage = TooLong)]
    public string? Territoires { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Règles en vigueur le")]
    public string? Jour { get; set; }

    public ChosenTerritory? Chosen { get; private set; }

    /// <summary>All that are known, the first in force first.</summary>
    public IReadOnlyList<RuleInForce<ZoningOrder>> Orders { get; private set; } = [];

    public RuleInForce<ZoningOrder>? Order { get; private set; }

    public TriedParameters Parameters { get; private set; } = new();

    /// <summary>Of the order, or of the reader.</summary>
    public ZoningRules Rules { get; private set; } = new();

    /// <summary>Nothing as long as meshes or an accessibility are missing.</summary>
    public TriedZones? Tried { get; private set; }

    public IReadOnlyList<MeshRow> Rows { get; private set; } = [];

    /// <summary>Those that decide over a mesh of the territory.</summary>
    public IReadOnlyList<(string Name, RegionZones Zones)> Regions { get; private set; } = [];

    public IReadOnlyList<ZoningOverview> Published { get; private set; } = [];

    public IndicatorMap? Map { get; private set; }

    public Provenance? Provenance { get; private set; }

    public MissingData? MissingAccess => measures.Find(AplMeasure.SlugOf(CareProfession.GeneralPractitioner))!.Missing;

    public IEnumerable<SelectListItem> Means => [new(t["comme l’arrêté"], ""), new(t.NameOf(MeanOver.Residents), "residents"), new(t.NameOf(MeanOver.Standardised), "standardisee")];

    public IEnumerable<SelectListItem> Sources => [new(t["celle de la DREES si elle a été importée"], ""), new(t["celle de Relais"], "relais")];

    Sheet? IHasTables.Table(string? name) => Tried is null && Published.Count is 0 ? null : name switch
    {
        "communes" => ZoningSheets.Communes(this, t),
        _ when Tried is null => null,
        "regions" => ZoningSheets.Regions(this, t),
        _ => ZoningSheets.Meshes(this, t),
    };

    public MeshZone? ZoneOf(Commune commune) => Tried?.Mesh.CodeOf[commune.Index.Value] is { } code ? _byMesh[code] : null;

    public IEnumerable<CommuneZone> PublishedOf(Commune commune) => _published?[commune.Code] ?? [];

    private Dictionary<string, MeshZone> _byMesh = [];
    private ILookup<CommuneCode, CommuneZone>? _published;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Orders = await ZoningOrder.ListAsync(rules, cancellation);
        Order = OrderOn(ReadDay());
        if (string.IsNullOrWhiteSpace(Territoires))
        {
            return;
        }

        (Chosen, var problem) = await choice.ReadAsync(Territoires, cancellation);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Territoires), problem);
        }

        if (Chosen is { Communes.Count: > MapBook.MostCommunes })
        {
            ModelState.AddModelError(nameof(Territoires), t["Ce territoire est trop vaste : choisissez une région ou moins."]);
            Chosen = null;
        }

        if (Chosen is null)
        {
            return;
        }

        if (Order is not null)
        {
            Parameters = ReadParameters(Order.Value.Rules, t);
            Rules = Parameters.Over(Order.Value.Rules);
            Tried = await trial.OnAsync(Order, Parameters, cancellation);
        }

        await ShowAsync(Chosen, cancellation);
    }

    private async Task ShowAsync(ChosenTerritory chosen, CancellationToken cancellation)
    {
        var asked = Tried is null ? chosen.Communes : [.. Tried.Communes.All.Where(IsNear(chosen, Tried))];
        _published = await zonings.OfAsync([.. asked.Select(commune => commune.Code)], cancellation);
        Published = ZoneComparison.Zonings(chosen.Communes, await communes.PeopleAsync(PopulationCount.Reference, cancellation), _published, t);
        if (Tried is null)
        {
            return;
        }

        _byMesh = Tried.Zones.Meshes.ToDictionary(zone => zone.Mesh.Code, StringComparer.Ordinal);
        Rows = ZoneComparison.Rows(Tried, Rules, chosen.Communes, _published, t);
        Provenance = Tried.Access.Provenance.With(
            new Provenance(Tried.Mesh.Dataset.Source, Tried.Mesh.Dataset.Vintage, "", Tried.Mesh.Dataset.Quality, Tried.Mesh.Dataset.IsInvented),
            Parameters.AreTheReaders ? t["zones dessinées par Relais avec vos paramètres ; {0}", t.NameOf(Rules.Mean)] : t["zones dessinées par Relais selon l’arrêté en vigueur le {0} ; {1}", Order!.ValidFrom.ToString("D", CultureInfo.CurrentCulture), t.NameOf(Rules.Mean)]);
        var shown = Tried.Zones.Regions.Where(region => Rows.Any(row => row.Zone.Region == region.Region)).ToList();
        var names = (await territories.FindAllAsync([.. shown.Select(region => TerritoryCode.OfRegion(region.Region))], cancellation)).ToDictionary(territory => territory.Code, territory => territory.Name);
        Regions = [.. shown.Select(region => (names.GetValueOrDefault(TerritoryCode.OfRegion(region.Region), region.Region), region))];

        if (await maps.FindAsync(chosen, cancellation) is { } map)
        {
            Map = ZonesMap.Of(map, chosen, ZoneOf, Provenance, t);
        }
    }

    /// <summary>A commune of the territory, or of a mesh that has one there.</summary>
    private static Func<Commune, bool> IsNear(ChosenTerritory chosen, TriedZones tried)
    {
        var meshes = chosen.Communes.Select(commune => tried.Mesh.CodeOf[commune.Index.Value]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ranks = chosen.Ranks.ToHashSet();
        return commune => ranks.Contains(commune.Index) || (tried.Mesh.CodeOf[commune.Index.Value] is { } code && meshes.Contains(code));
    }

    private DateOnly ReadDay()
    {
        if (string.IsNullOrWhiteSpace(Jour))
        {
            return DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        }

        if (DateOnly.TryParseExact(Jour.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(nameof(Jour), t["Un jour, par exemple 30/06/2020"]);
        return DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }

    private RuleInForce<ZoningOrder>? OrderOn(DateOnly day) => Orders.LastOrDefault(order => order.ValidFrom <= day && (order.ValidTo is null || day < order.ValidTo));
}
