using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Duplicates;

internal sealed class DuplicatesModel(RelaisDb db, DossierDeciders deciders, Lookalikes lookalikes, IPeople people, Words T) : PageModel, IHasTables
{
    private const int MostMerged = 50;

    public IReadOnlyList<Lookalike> Found { get; private set; } = [];

    public IReadOnlyList<MergedLine> Merged { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await lookalikes.ListAsync(this.RowsFrom(Lookalikes.Most), cancellation);
        var mergers = await db.Set<Merger>().AsNoTracking().OrderByDescending(merger => merger.MergedAt).Take(this.RowsFrom(MostMerged)).ToListAsync(cancellation);
        var names = await people.FindAsync([.. mergers.Select(merger => merger.KeptId).Distinct()], cancellation);
        var mine = await deciders.DecidableAsync(names.Keys.ToList(), cancellation);
        Merged = [.. mergers.Where(merger => mine.Contains(merger.KeptId)).Select(merger => new MergedLine(merger, names[merger.KeptId].FullName))];
    }

    public string Say(Resemblance why) => why is Resemblance.SameAddress ? T["noms proches, même adresse ou même numéro"] : T["même nom, même commune"];

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "paires" => Sheet.Of(
            T["Dossiers qui se ressemblent"],
            Found,
            (T["Premier dossier"], pair => Cell.Of(pair.First.FullName)),
            (T["Second dossier"], pair => Cell.Of(pair.Second.FullName)),
            (T["Ce qui se ressemble"], pair => Cell.Of(Say(pair.Why)))),
        "reunions" => Sheet.Of(
            T["Dossiers réunis"],
            Merged,
            (T["Dossier gardé"], line => Cell.Of(line.Name)),
            (T["Réunis le (UTC)"], line => Cell.At(line.Merger.MergedAt, "UTC")),
            (T["Séparés le (UTC)"], line => Cell.At(line.Merger.PartedAt, "UTC"))),
        _ => null,
    };

    internal sealed record MergedLine(Merger Merger, string Name);
}
