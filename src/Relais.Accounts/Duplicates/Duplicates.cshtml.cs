using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.Duplicates;

internal sealed class DuplicatesModel(RelaisDb db, DossierDeciders deciders, Lookalikes lookalikes, IPeople people) : PageModel
{
    private const int MostMerged = 50;

    public IReadOnlyList<Lookalike> Found { get; private set; } = [];

    public IReadOnlyList<MergedLine> Merged { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await lookalikes.ListAsync(cancellation);
        var mergers = await db.Set<Merger>().AsNoTracking().OrderByDescending(merger => merger.MergedAt).Take(MostMerged).ToListAsync(cancellation);
        var names = await people.FindAsync([.. mergers.Select(merger => merger.KeptId).Distinct()], cancellation);
        var mine = await deciders.DecidableAsync(names.Keys.ToList(), cancellation);
        Merged = [.. mergers.Where(merger => mine.Contains(merger.KeptId)).Select(merger => new MergedLine(merger, names[merger.KeptId].FullName))];
    }

    internal sealed record MergedLine(Merger Merger, string Name);
}
