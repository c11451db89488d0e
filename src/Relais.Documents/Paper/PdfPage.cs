using System.Text;

namespace Relais.Documents.Paper;

/// <summary>What is drawn on one page: each piece belongs to an element of the structure, or is said to be decoration.</summary>
internal sealed class PdfPage(int index)
{
    private readonly StringBuilder _drawing = new();
    private readonly List<Tag> _marked = [];

    public byte[] Drawing => Encoding.Latin1.GetBytes(_drawing.ToString());

    /// <summary>The element of each marked piece, in the order of their numbers.</summary>
    public IReadOnlyList<Tag> Marked => _marked;

    /// <param name="tag">What the lines belong to; decoration when nothing.</param>
    /// <param name="draw">Writes lines inside.</param>
    public void Mark(Tag? tag, Action draw)
    {
        if (tag is null)
        {
            _drawing.Append("/Artifact BMC\n");
        }
        else
        {
            tag.Marks(index, _marked.Count);
            _drawing.Append(FormattableString.Invariant($"/Span << /MCID {_marked.Count} >> BDC\n"));
            _marked.Add(tag);
        }

        draw();
        _drawing.Append("EMC\n");
    }

    public void Line(string glyphs, TextStyle style, double x, double y) => _drawing.Append(FormattableString.Invariant(
        $"BT /{style.Font.Name} {PdfText.Number(style.Size)} Tf {style.Colour} rg {PdfText.Number(x)} {PdfText.Number(y)} Td <{glyphs}> Tj ET\n"));

    public void Fill(Colour colour, double x, double y, double width, double height) => _drawing.Append(FormattableString.Invariant(
        $"{colour} rg {PdfText.Number(x)} {PdfText.Number(y)} {PdfText.Number(width)} {PdfText.Number(height)} re f\n"));
}
