using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Verifications;

internal sealed class QueueModel(VerificationQueue queue, IEnumerable<IVerificationHandler> handlers, IPeople people, Words T) : PageModel, IHasTables
{
    public const int Size = 20;

    [BindProperty(SupportsGet = true)]
    public string? Sorte { get; set; }

    /// <summary>Read by hand: the framework keeps « page » for its own use when it binds.</summary>
    public int Number => int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : 1;

    public int Total { get; private set; }

    public int? PromisedDays { get; private set; }

    public IReadOnlyList<IVerificationHandler> Kinds { get; } = [.. handlers.OrderBy(handler => handler.Name, StringComparer.CurrentCulture)];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var kind = Kinds.FirstOrDefault(handler => handler.Kind == Sorte)?.Kind;
        (var lines, Total) = await queue.ListAsync(kind, this.PageFrom(Number, Size), cancellation);
        PromisedDays = (await queue.PromiseAsync(cancellation))?.Days;

        var names = await people.FindAsync(lines.Select(line => line.Person).Distinct().ToList(), cancellation);
        var subjects = new Dictionary<Guid, VerificationSubject>();
        foreach (var group in lines.GroupBy(line => line.Kind, StringComparer.Ordinal))
        {
            if (Kinds.FirstOrDefault(handler => handler.Kind == group.Key) is { } handler)
            {
                foreach (var (id, subject) in await handler.DescribeAsync(group.Select(line => line.Subject).ToList(), cancellation))
                {
                    subjects[id] = subject;
                }
            }
        }

        Lines =
        [
            .. lines.Select(line => new Line(
                line.Id,
                subjects.GetValueOrDefault(line.Subject)?.Title,
                Kinds.FirstOrDefault(handler => handler.Kind == line.Kind)?.Name ?? line.Kind,
                names.GetValueOrDefault(line.Person)?.FullName,
                line.SubmittedAt,
                line.IsLate)),
        ];
    }

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Demandes en attente"],
        Lines,
        (T["Demande"], line => Cell.Of(TitleOf(line))),
        (T["Sorte"], line => Cell.Of(T[line.Kind])),
        (T["Par"], line => Cell.Of(line.Person)),
        (T["Depuis (UTC)"], line => Cell.At(line.SubmittedAt, "UTC")),
        (T["En retard"], line => Cell.Of(line.IsLate ? T["oui"] : T["non"])));

    public string TitleOf(Line line) => line.Title ?? T["Demande retirée"];

    internal sealed record Line(Guid Id, string? Title, string Kind, string? Person, DateTimeOffset SubmittedAt, bool IsLate);
}
