using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Charts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Overview;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Evolution;

/// <summary>One indicator of one territory, vintage after vintage: a line and the table that says the same.</summary>
internal sealed class EvolutionModel(TerritoryChoice choice, MeasureBook measures, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire/evolution";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Territoire")]
    [StringLength(TerritorySet.Longest, ErrorMessage = "2 000 caractères au plus")]
    public string? Territoires { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Indicateur { get; set; }

    public ChosenTerritory? Chosen { get; private set; }

    /// <summary>Communes to choose from: several of one name, or those whose name is near.</summary>
    public IReadOnlyList<Commune> Named { get; private set; } = [];

    public IReadOnlyList<IGrouping<string?, IPastMeasure>> Menu { get; private set; } = [];

    public IPastMeasure Measure { get; private set; } = measures.All.OfType<IPastMeasure>().First();

    public Indicator Indicator => Measure.Indicator;

    /// <summary>Nothing as long as what it rests on was not imported.</summary>
    public Trajectory? Trajectory { get; private set; }

    public IReadOnlyList<LinePoint> Points { get; private set; } = [];

    public static string AddressOf(string territory, string slug) => $"{Address}?territoires={territory}&indicateur={slug}";

    public string OverviewAddress => Chosen is null ? OverviewModel.Address : $"{OverviewModel.Address}?territoires={Chosen.Key}&indicateur={Indicator.Slug}";

    Sheet? IHasTables.Table(string? name) => Trajectory is null ? null : Sheet.Of(
        t["{0} – {1}, évolution", Indicator.Name, Chosen!.Name],
        Trajectory.Moments,
        [
            (t["Année ou date"], row => Cell.Of(row.Vintage)),
            ($"{Indicator.Name} ({Indicator.Unit})", row => row.IsCovered ? t.CellOf(row.Figure, Indicator) : Cell.Of(t["non couvert"])),
            (t["Écart"], row => Cell.Of(t.SayDifference(row.Change, Indicator))),
            (t["Écart en %"], row => Cell.Of(t.SayShare(row.Change, Indicator))),
            (t["Rupture"], row => Cell.Of(t.Say(row.Rupture))),
            .. t.ProvenanceColumns().Select(column => (column.Name, (Func<Moment, Cell>)(row => column.Cell(row.Figure)))),
        ]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Measure = measures.Find(Indicateur) as IPastMeasure ?? Measure;
        Menu = [.. (await measures.OfferedAsync(cancellation)).SelectMany(group => group).OfType<IPastMeasure>().GroupBy(measure => measure.Indicator.Group)];
        if (string.IsNullOrWhiteSpace(Territoires) || !ModelState.IsValid)
        {
            return Page();
        }

        // A code names one thing; a name may be that of a commune first.
        Named = CommuneCode.Parse(Territoires).IsValid ? [] : await choice.CommunesNamedAsync(Territoires, cancellation);
        if (Named.Count > 0)
        {
            return Named is [var only] ? Redirect(AddressOf(only.Code.Value, Indicator.Slug)) : Page();
        }

        (Chosen, var problem) = await choice.ReadAsync(Territoires, cancellation);
        if (Chosen is null)
        {
            ModelState.AddModelError(nameof(Territoires), problem!);
            Named = await choice.NearestAsync(Territoires, cancellation);
            return Page();
        }

        Trajectory = await Measure.TrajectoryAsync(Chosen.Ranks, TrajectoryBook.MostVintages, cancellation);
        Points = Trajectory is null ? [] : PointsOf(Trajectory);
        return Page();
    }

    private IReadOnlyList<LinePoint> PointsOf(Trajectory trajectory)
    {
        var times = VintageTime.Of([.. trajectory.Moments.Select(moment => moment.Vintage)]);
        return
        [
            .. trajectory.Moments.Select((moment, rank) => new LinePoint(times[rank], moment.Vintage, (moment.Figure as Figure.Known)?.Value, t.Say(moment, Indicator), moment.Rupture is not Rupture.None)),
        ];
    }
}
