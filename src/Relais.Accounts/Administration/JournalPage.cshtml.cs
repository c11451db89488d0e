using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Administration;

/// <summary>The journal holds ids; names are put on them here, for who may see them.</summary>
internal sealed class JournalPageModel(JournalReader reader, JournalAudit audit, RelaisDb db, IPeople people, Words T) : PageModel, IHasTables
{
    private const int Size = 50;

    /// <summary>Begins like this.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Acte { get; set; }

    /// <summary>A person of whom the journal speaks.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Sujet { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Avant { get; set; }

    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PersonName> Accounts { get; private set; } = new Dictionary<Guid, PersonName>();

    public IReadOnlyDictionary<Guid, PersonName> Subjects { get; private set; } = new Dictionary<Guid, PersonName>();

    public DateTimeOffset? Older => Lines.Count == Size ? Lines[^1].At : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var question = new JournalQuestion(
            SubjectKind: Sujet is null ? null : "person", SubjectId: Sujet?.ToString(), Action: Acte?.Trim(), Before: Avant?.ToUniversalTime());
        Lines = await reader.ReadAsync(question, this.RowsFrom(Size), cancellation);
        Accounts = await NameAccountsAsync(
            [.. Lines.Select(line => line.AccountId).Concat(Lines.Where(line => line.SubjectKind is "account").Select(SubjectOf)).OfType<Guid>().Distinct()],
            cancellation);
        var persons = await people.FindAsync([.. Lines.Where(line => line.SubjectKind is "person").Select(SubjectOf).OfType<Guid>().Distinct().Select(id => new PersonId(id))], cancellation);
        Subjects = persons.Values.ToDictionary(person => person.Id.Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var reports = await audit.VerifyAsync(known: null, cancellation);
        TempData.Announce(reports.SelectMany(report => report.Breaks).FirstOrDefault() is { } broken
            ? Say(broken)
            : T["Le journal est entier : chaque ligne est là, inchangée."]);
        return LocalRedirect("/administration/journal");
    }

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Journal"],
        Lines,
        (T["Instant (UTC)"], line => Cell.At(line.At, "UTC")),
        (T["Qui"], line => Cell.Of(WhoDid(line))),
        (T["Par quel moyen"], line => Cell.Of(line.Means)),
        (T["Acte"], line => Cell.Of(line.Action)),
        (T["Détail"], line => Cell.Of(line.Detail)),
        (T["Sur quoi"], line => Cell.Of(SubjectName(line))),
        (T["Scellé"], line => Cell.Of(line.IsSealed ? T["oui"] : T["bientôt"])));

    public string WhoDid(JournalLine line) =>
        line.AccountId is { } account ? Accounts.GetValueOrDefault(account)?.FullName ?? account.ToString() : T["personne de connecté"];

    public string SubjectName(JournalLine line) => NameOf(line) ?? $"{line.SubjectKind} {line.SubjectId}";

    private string? NameOf(JournalLine line) => SubjectOf(line) switch
    {
        { } id when line.SubjectKind is "person" => Subjects.GetValueOrDefault(id)?.FullName,
        { } id when line.SubjectKind is "account" => Accounts.GetValueOrDefault(id)?.FullName,
        _ => null,
    };

    private string Say(JournalBreak broken) => broken.Fault switch
    {
        JournalFault.EntryAltered => T["Le journal n’est plus entier : la ligne {0} du {1} ({2}) a été changée.", broken.EntryId!, broken.At!, broken.Action!],
        JournalFault.EntryRemoved => T["Le journal n’est plus entier : la ligne {0} du {1} ({2}) a été enlevée.", broken.EntryId!, broken.At!, broken.Action!],
        JournalFault.EntryAdded => T["Le journal n’est plus entier : la ligne {0} du {1} ({2}) a été ajoutée sans passer par Relais.", broken.EntryId!, broken.At!, broken.Action!],
        _ => T["Le journal ne correspond plus à ses sceaux au lot {0}.", broken.Seal!],
    };

    private static Guid? SubjectOf(JournalLine line) => Guid.TryParse(line.SubjectId, out var id) ? id : null;

    private async Task<IReadOnlyDictionary<Guid, PersonName>> NameAccountsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var accounts = ids.Select(id => new AccountId(id)).ToList();
        var owners = await db.Set<Account>().AsNoTracking()
            .Where(account => EF.Parameter(accounts).Contains(account.Id))
            .Select(account => new { account.Id, account.PersonId })
            .ToListAsync(cancellation);
        var names = await people.FindAsync(owners.ConvertAll(owner => owner.PersonId), cancellation);
        return owners.Where(owner => names.ContainsKey(owner.PersonId)).ToDictionary(owner => owner.Id.Value, owner => names[owner.PersonId]);
    }
}
