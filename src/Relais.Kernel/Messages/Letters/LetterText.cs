using System.Text;

namespace Relais.Kernel.Messages.Letters;

/// <summary>A letter as plain text: for those who read so, and for the voice of a screen reader.</summary>
internal static class LetterText
{
    public static string Write(Letter letter, IReadOnlyList<LetterPart> footer)
    {
        var text = new StringBuilder();
        Append(text, letter.Parts);
        text.Append("-- \n");
        Append(text, footer);
        return text.ToString();
    }

    /// <summary>The SMS when the template wrote none: what it is about and where to answer.</summary>
    public static string Sms(Letter letter) =>
        letter.Sms ?? (letter.FirstLink is { } link ? $"{letter.Subject} {link.AbsoluteUri}" : letter.Subject);

    private static void Append(StringBuilder text, IReadOnlyList<LetterPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LetterPart.Paragraph paragraph:
                    text.Append(paragraph.Text).Append('\n');
                    break;
                case LetterPart.Table table:
                    foreach (var (name, value) in table.Rows)
                    {
                        text.Append(name).Append("\u00a0: ").Append(value).Append('\n');
                    }

                    break;
                case LetterPart.Link link:
                    text.Append(link.Label).Append("\u00a0:\n").Append(link.Target.AbsoluteUri).Append('\n');
                    break;
            }

            text.Append('\n');
        }
    }
}
