using Relais.Documents.Paper;

namespace Relais.Documents.Drawing;

/// <summary>Pages that fill from the top, one after the other.</summary>
internal sealed class PageFlow(double width, double height)
{
    private const double Margin = 56;
    private const double Foot = 64;

    private readonly List<PdfPage> _pages = [];
    private double _y;

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage Page => _pages[^1];

    public double Width => width - (2 * Margin);

    public static double Left => Margin;

    public static double FolioAt => Foot / 2;

    public void TurnPage()
    {
        _pages.Add(new PdfPage(_pages.Count));
        _y = height - Margin;
        Page.Mark(tag: null, () => Page.Fill(Colour.House, Margin, height - (Margin / 2), width - (2 * Margin), 3));
    }

    /// <summary>Whether so much fits before the foot of this page.</summary>
    public bool Fits(double points) => _y - points >= Foot;

    public void Skip(double points) => _y -= points;

    /// <summary>A thin line across.</summary>
    public void Rule() => Page.Mark(tag: null, () => Page.Fill(Colour.Rule, Margin, _y, Width, 0.6));

    /// <summary>One paragraph over as many lines and pages as it takes.</summary>
    public void Write(Tag tag, string text, TextStyle style)
    {
        foreach (var line in Lines.Cut(text, style, Width))
        {
            if (!Fits(style.Leading))
            {
                TurnPage();
            }

            Page.Mark(tag, () => Draw(line, style, Margin, _y));
            Skip(style.Leading);
        }
    }

    /// <summary>Pieces of text side by side, each in its own element; the row moves to the next page when it is too high for this one.</summary>
    /// <param name="row">Each piece with where it begins and how wide it may be, in points from the margin.</param>
    /// <param name="padding">Above and below.</param>
    /// <returns>False when the row stands at the top of a new page.</returns>
    public bool WriteBeside(IReadOnlyList<Piece> row, double padding, Action? onNewPage = null)
    {
        var lines = row.Select(piece => Lines.Cut(piece.Text, piece.Style, piece.Width)).ToList();
        var high = row.Select((piece, index) => lines[index].Count * piece.Style.Leading).Max() + (2 * padding);
        var stays = Fits(high);
        if (!stays)
        {
            TurnPage();
            onNewPage?.Invoke();
        }

        Skip(padding);
        foreach (var (piece, cut) in row.Zip(lines))
        {
            Page.Mark(piece.Tag, () =>
            {
                for (var line = 0; line < cut.Count; line++)
                {
                    var shift = piece.IsRight ? piece.Width - piece.Style.Font.Measure(cut[line], piece.Style.Size) : 0;
                    Draw(cut[line], piece.Style, Margin + piece.Begin + shift, _y - (line * piece.Style.Leading));
                }
            });
        }

        Skip(high - padding);
        return stays;
    }

    /// <summary>Says on each page which of how many it is.</summary>
    public void Number(TextStyle style)
    {
        for (var index = 0; index < _pages.Count; index++)
        {
            var (page, text) = (_pages[index], FormattableString.Invariant($"{index + 1} / {_pages.Count}"));
            page.Mark(tag: null, () => page.Line(style.Font.Write(text), style, width - Margin - style.Font.Measure(text, style.Size), FolioAt));
        }
    }

    private void Draw(string line, TextStyle style, double x, double top)
    {
        if (line.Length > 0)
        {
            Page.Line(style.Font.Write(line), style, x, top - style.Size);
        }
    }
}

/// <param name="Begin">From the margin, in points.</param>
/// <param name="IsRight">Set to the right of its width.</param>
internal sealed record Piece(Tag? Tag, string Text, TextStyle Style, double Begin, double Width, bool IsRight = false);
