using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accessibility.Siting;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Datasets;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Maps;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Observatory.WhatIf;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Siting;

/// <summary>Where the next site would serve best, and the best few together, with how far from the best that choice can be.</summary>
internal sealed class SitesModel(TerritoryChoice choice, ScenarioTrial trial, MeasureBook measures, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire/sites";

    private const int Shown = 20;
    private const int MostSites = 10;
    private const CareProfession Profession = CareProfession.GeneralPractitioner;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoire")]
    public string? Territoires { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Ce qui compte d’abord")]
    public string? Critere { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Temps pleins dans chaque site")]
    public string? Temps { get; set; } = "1";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Nombre de sites")]
    public string? Sites { get; set; } = "2";

    public ChosenTerritory? Chosen { get; private set; }

    public TrialGround? Ground { get; private set; }

    public IReadOnlyList<SiteGain> Ranked { get; private set; } = [];

    public SiteChoice? Best { get; private set; }

    public Provenance? Provenance { get; private set; }

    public SiteCriterion Criterion => Critere is "trajet" ? SiteCriterion.TravelSaved : Critere is "consultations" ? SiteCriterion.Vulnerability : SiteCriterion.PeopleLifted;

    public MissingData? Missing => measures.Find(AplMeasure.SlugOf(Profession))!.Missing;

    public IEnumerable<SelectListItem> Criteria =>
    [
        new(t["les habitants qui repassent le seuil de 2,5"], "seuil"),
        new(t["le trajet épargné"], "trajet"),
        new(t["les consultations gagnées dans tout le pays"], "consultations"),
    ];

    Sheet? IHasTables.Table(string? name) => Provenance is null ? null : Sheet.Of(
        t["Communes candidates"],
        Ranked,
        (t["Code"], site => Cell.Of(Commune(site.Place).Code.Value)),
        (t["Commune"], site => Cell.Of(Commune(site.Place).Name)),
        (t["Habitants qui repassent 2,5"], site => Cell.Of(decimal.Round((decimal)site.PeopleLifted, 0))),
        (t["Minutes épargnées, tous habitants"], site => Cell.Of(decimal.Round((decimal)site.MinutesSaved, 0))),
        (t["Source"], _ => Cell.Of(t.Say(Provenance))));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
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
        }

        if (!Decimals.TryRead(Temps, out var posts) || posts is not (> 0 and <= 100))
        {
            ModelState.AddModelError(nameof(Temps), t["Un nombre de 0,1 à 100"]);
        }

        if (!int.TryParse(Sites, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostSites)
        {
            ModelState.AddModelError(nameof(Sites), t["De 1 à 10 sites"]);
        }

        Ground = await trial.OnAsync(Chosen, Profession, cancellation);
        if (Ground is null || Chosen is null || !ModelState.IsValid)
        {
            return;
        }

        Provenance = t.ProvenanceOf(Ground.Access);
        var candidates = Chosen.Ranks.Select(rank => rank.Value).ToList();
        var search = new SiteSearch(Ground.Access.Nation, Ground.Access.Times, Ground.Access.Offered, candidates, posts * Ground.Access.Rule.FullTime);
        Ranked = [.. search.Rank(Criterion).Take(this.RowsFrom(Shown))];
        Best = search.Choose(Criterion, count);
    }

    public Commune Commune(int place) => Ground!.Communes.All[place];

    /// <summary>The chosen sites as a scenario to try.</summary>
    public string TryAddress => string.Create(
        CultureInfo.InvariantCulture,
        $"{WhatIfModel.Address}?territoires={Chosen!.Key}&scenario={string.Join(',', Best!.Sites.Select(site => $"{Commune(site.Place).Code}:arrivee:{Temps?.Replace(',', '.')}"))}");
}
