namespace Relais.Kernel.Messages;

/// <param name="Id">Its number, to mark it read.</param>
/// <param name="Kind">Which message it is: the name of its template.</param>
/// <param name="Letter">What it says, written when it is shown; nothing once it is no longer true.</param>
/// <param name="At">When it came.</param>
/// <param name="ReadAt">When the person said to have read it.</param>
public sealed record InboxEntry(Guid Id, string Kind, InboxLetter? Letter, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <param name="Subject">The line of the list.</param>
/// <param name="Paragraphs">The rest, paragraph by paragraph.</param>
/// <param name="Links">Where to go from there.</param>
public sealed record InboxLetter(string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<InboxLink> Links)
{
    internal static InboxLetter Of(Letter letter) => new(
        letter.Subject,
        [.. letter.Parts.SelectMany(part => part switch
        {
            LetterPart.Paragraph paragraph => [paragraph.Text],
            LetterPart.Table table => table.Rows.Select(row => $"{row.Name}\u00a0: {row.Value}"),
            _ => Array.Empty<string>().AsEnumerable(),
        })],
        [.. letter.Parts.OfType<LetterPart.Link>().Select(link => new InboxLink(link.Label, link.Target))]);
}

public sealed record InboxLink(string Label, Uri Target);
