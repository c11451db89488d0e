using System.Text;
using Relais.Documents.Paper;

namespace Relais.Documents.Drawing;

/// <summary>Cuts text into lines of a width: at spaces that may break, and inside a word only where it alone is too long.</summary>
internal static class Lines
{
    public static IReadOnlyList<string> Cut(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in Printable(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, style, width)))
            {
                var longer = line.Length is 0 ? word : $"{line} {word}";
                if (line.Length > 0 && style.Font.Measure(longer, style.Size) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, TextStyle style, double width)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 0 && style.Font.Measure($"{piece}{rune}", style.Size) > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
        }

        yield return piece.ToString();
    }

    private static string Printable(string text) => string.Concat(text.Select(character => character is '\t' ? ' ' : character).Where(character => !char.IsControl(character)));
}
