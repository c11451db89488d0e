using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Readings;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Duplicates;

internal sealed class MergerPageModel(
    RelaisDb db, IPeople people, IAccounts accounts, DossierDeciders deciders, Mergers mergers, PersonalTables tables, Words T) : PageModel, IShowsPeople
{
    public Merger Merger { get; private set; } = null!;

    public PersonName Kept { get; private set; } = null!;

    public PersonName Absorbed { get; private set; } = null!;

    public string? By { get; private set; }

    public IReadOnlyList<(string Title, int Count)> Moved { get; private set; } = [];

    /// <summary>Why they cannot be parted now.</summary>
    public IReadOnlyList<string> Why { get; private set; } = [];

    FileReading IShowsPeople.Reading => AccountsReadings.Merger;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => [Kept.Id, Absorbed.Id];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (await mergers.PartAsync(id, cancellation) is MergeAnswer.Refused refused)
        {
            Why = refused.Why;
            return await ShowAsync(id, cancellation);
        }

        TempData.Announce(T["Les deux dossiers sont séparés."]);
        return LocalRedirect($"/doublons/reunions/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Kept = (await people.FindAsync(Merger.KeptId, cancellation))!;
        Absorbed = (await people.FindAsync(Merger.AbsorbedId, cancellation))!;
        By = Merger.MergedBy is { } account && await accounts.PersonOfAsync(account, cancellation) is { } who ? (await people.FindAsync(who, cancellation))?.FullName : null;
        var counts = await db.Set<MergerMove>().AsNoTracking().Where(move => move.MergerId == id && move.ToId != id && move.FromId != id)
            .GroupBy(move => move.TableName).Select(group => new { Table = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Table, group => group.Count, cancellation);
        Moved = [.. tables.All.Where(table => counts.ContainsKey(table.Name)).Select(table => (T[table.Title].Value, counts[table.Name]))];
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Merger>().AsNoTracking().SingleOrDefaultAsync(merger => merger.Id == id, cancellation) is not { } merger
            || await deciders.DecidableAsync([merger.KeptId], cancellation) is not { Count: 1 })
        {
            return false;
        }

        Merger = merger;
        return true;
    }
}
