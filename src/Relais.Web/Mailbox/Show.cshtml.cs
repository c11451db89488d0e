using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Relais.Web.Mailbox;

internal sealed partial class ShowModel(MailFolders folders) : PageModel
{
    private static readonly string[] ShownNames = ["From", "Message-ID", "List-Unsubscribe"];

    public ReadMail Mail { get; private set; } = null!;

    public IEnumerable<(string Name, string Value)> ShownHeaders => Mail.Headers.Where(header => ShownNames.Contains(header.Name, StringComparer.Ordinal));

    public IEnumerable<IEnumerable<Piece>> Paragraphs => Mail.Text
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => Breaks().Split(paragraph).Where(piece => piece.Length > 0).Select(piece => new Piece(piece)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await folders.FindAsync(id, cancellation) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        return Page();
    }

    [GeneratedRegex(@"(?<break>https?://\S+|\n)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Breaks();

    internal readonly record struct Piece(string Text)
    {
        public bool IsLink => Text.StartsWith("http://", StringComparison.Ordinal) || Text.StartsWith("https://", StringComparison.Ordinal);

        public bool IsLineEnd => Text is "\n";
    }
}
