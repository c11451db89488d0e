using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Coordination;

internal sealed class OpenNeedsModel(OpenNeeds open, NeedText text, TimeProvider clock, Words T) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<OpenNeed> Needs { get; private set; } = [];

    /// <summary>How many there are, those not shown included.</summary>
    public int All { get; private set; }

    public OpenNeedFilter Filter { get; private set; } = OpenNeedFilter.None;

    public IReadOnlyList<SelectListItem> Professions =>
        [.. Profession.All.Select(profession => new SelectListItem(T[profession.Label].Value, profession.Code, profession == Filter.Profession))];

    public async Task<IActionResult> OnGetAsync(string? metier, string? retard, string? format, CancellationToken cancellation)
    {
        Filter = new OpenNeedFilter(Profession.Find(metier), LateOnly: retard is "oui");
        (Needs, All) = await open.ListAsync(Filter, cancellation);
        return this.Download(format, Sheet, "besoins-ouverts") ?? Page();
    }

    private Sheet Sheet() => new(
        T["Besoins ouverts"],
        [
            new(T["Besoin"], 2), new(T["Établissement"], 2), new(T["Quand"], 2.5), new(T["Places libres"], IsNumber: true), new(T["Places"], IsNumber: true), new(T["Délai"], 1.5),
            new(T["Prévenues"], IsNumber: true), new(T["Sans réponse"], IsNumber: true), new(T["Non"], IsNumber: true), new(T["Appels"], IsNumber: true), new(T["Encore à prévenir"], IsNumber: true), new(T["Suivi par"], 1.5),
        ],
        [.. Needs.Select(Row)]);

    private IReadOnlyList<Cell> Row(OpenNeed line) =>
    [
        new Cell.Text(T[line.Need.Cell.Label]),
        new Cell.Text(line.Facility),
        new Cell.Text(text.When(line.Need)),
        new Cell.Number(line.Free.Count),
        new Cell.Number(line.Need.HeadCount),
        new Cell.Text(CoordinationWords.Lateness(line, Now, T)),
        new Cell.Number(line.Tried.Asked),
        new Cell.Number(line.Tried.Waiting),
        new Cell.Number(line.Tried.No),
        new Cell.Number(line.Tried.Calls),
        line.Need.StillAskable is { } left ? new Cell.Number(left) : Cell.None,
        Cell.Of(line.Carer?.FullName),
    ];
}
