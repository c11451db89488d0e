using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Readings;

/// <summary>The person's own view of the journal: who opened what is kept of them, the latest first.</summary>
internal sealed class WhoReadModel(RelaisDb db, ICurrentUser user, MyReaders readers, Words T) : PageModel, IHasTables
{
    public const int PageSize = 30;

    private ContactWishes _wishes = null!;

    /// <summary>The first day, on the clocks of the person.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Du { get; set; }

    /// <summary>The last day, included.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Au { get; set; }

    public int Number { get; private set; } = 1;

    public ReadPage Readings { get; private set; } = new(0, []);

    public bool IsFiltered => Du is not null || Au is not null;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellation)
    {
        (Du, Au) = (Sensible(Du), Sensible(Au));
        _wishes = await db.WishesOfAsync(user.Person, cancellation);
        Number = Math.Clamp(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, int.MaxValue / PageSize);
        Readings = await ReadAsync(cancellation);
        if (Readings.Lines.Count is 0 && Number > 1)
        {
            Number = Math.Max(1, (Readings.Total + PageSize - 1) / PageSize);
            Readings = await ReadAsync(cancellation);
        }
    }

    public DateTimeOffset Local(DateTimeOffset instant) => _wishes.Local(instant);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Qui a consulté mon dossier"],
        Readings.Lines,
        (T["Quand"], line => Cell.At(line.At, _wishes.Zone)),
        (T["Ce qui a été vu"], line => Cell.Of(line.What)),
        (T["Dans quelle fonction"], line => Cell.Of(line.Functions.Count is 0 ? T["une fonction qui n’est plus connue"] : string.Join(", ", line.Functions))),
        (T["par un programme"], line => Cell.Of(line.IsProgram ? T["oui"] : T["non"])));

    private Task<ReadPage> ReadAsync(CancellationToken cancellation) => readers.ReadAsync(
        user.Person, new ReadPeriod(StartOf(Du), StartOf(Au?.AddDays(1))), this.PageFrom(Number, PageSize), cancellation);

    private DateTimeOffset? StartOf(DateOnly? day) => day is { } given ? _wishes.StartOf(given) : null;

    /// <summary>A day so far away that no clock reaches it is none.</summary>
    private static DateOnly? Sensible(DateOnly? day) => day is { Year: >= 2000 and < 2200 } ? day : null;
}
