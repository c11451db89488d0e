using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>A territory, or several added together: their population by every way of counting, and their communes.</summary>
internal sealed class ShowPage(ITerritories territories, ICommunes communes, Words t) : PageModel, IHasTables
{
    public const int PageSize = 50;

    /// <summary>The others to add, as <c>?avec=200067197</c>: codes or names.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Ajouter un territoire")]
    [StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Avec { get; set; }

    public int PageNumber { get; private set; } = 1;

    /// <summary>The same set by each way of counting; the first is the one shown large.</summary>
    public IReadOnlyList<PopulationFigure> Figures { get; private set; } = [];

    public PopulationFigure Main => Figures[0];

    public IReadOnlyList<TerritorySummary> Territories => [.. Main.Territories.Select(counted => counted.Territory)];

    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public int CommuneCount { get; private set; }

    public string Title => string.Join(" + ", Territories.Select(territory => territory.Name));

    Sheet? IHasTables.Table(string? name) => name is "communes"
        ? Sheet.Of(
            t["Communes"],
            Communes,
            (t["Nom"], commune => Cell.Of(commune.Name)),
            (t["Code"], commune => Cell.Of($"{commune.Code}")),
            (t["Code postal"], commune => Cell.Of(string.Join(", ", commune.PostalCodes))),
            (t["Point sur la carte"], commune => Cell.Of(t.NameOf(commune.Quality))))
        : PopulationSheets.Of(name, Figures, t);

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "page")] string? page, CancellationToken cancellation)
    {
        if (TerritoryCode.Parse(code).Value is not { } first || await territories.FindAsync(first, cancellation) is null)
        {
            return NotFound();
        }

        var codes = new List<TerritoryCode> { first };
        if (!string.IsNullOrWhiteSpace(Avec) && ModelState.IsValid)
        {
            codes.AddRange(await ReadOthersAsync(cancellation));
        }

        Figures = await CountAsync([.. codes.Distinct()], cancellation);
        await ListCommunesAsync(codes, page, cancellation);
        return Page();
    }

    private async Task<IReadOnlyList<TerritoryCode>> ReadOthersAsync(CancellationToken cancellation)
    {
        if (TerritoryList.Parse(Avec) is { IsValid: true, Value: var list } && await AllExistAsync(list.All, cancellation))
        {
            return list.All;
        }

        if (await territories.SearchAsync(Avec!, most: 1, cancellation) is [var found])
        {
            return [found.Code];
        }

        ModelState.AddModelError(nameof(Avec), t["Aucun territoire n’a ce nom ni ce code."]);
        return [];
    }

    private async Task<bool> AllExistAsync(IReadOnlyList<TerritoryCode> codes, CancellationToken cancellation)
    {
        foreach (var code in codes)
        {
            if (await territories.FindAsync(code, cancellation) is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<PopulationFigure>> CountAsync(IReadOnlyList<TerritoryCode> codes, CancellationToken cancellation)
    {
        var figures = new List<PopulationFigure>();
        foreach (var count in Enum.GetValues<PopulationCount>())
        {
            figures.Add((await territories.PopulationAsync(codes, count, cancellation))!);
        }

        return figures;
    }

    private async Task ListCommunesAsync(IReadOnlyList<TerritoryCode> codes, string? page, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var all = await territories.CommunesOfAsync(codes, cancellation);
        var last = Math.Max(1, (all.Count + PageSize - 1) / PageSize);

        CommuneCount = all.Count;
        PageNumber = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        var rows = this.PageFrom(PageNumber, PageSize);
        Communes =
        [
            .. all.Select(table.Find).OfType<Commune>()
                .OrderBy(commune => commune.Name, StringComparer.CurrentCulture)
                .Skip(rows.Skip)
                .Take(rows.Take),
        ];
    }
}
