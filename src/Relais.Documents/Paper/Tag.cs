namespace Relais.Documents.Paper;

/// <summary>An element of the structure tree: what a screen reader walks instead of the marks on the page (ISO 32000-1, 14.7).</summary>
/// <param name="type">Its standard type: <c>H1</c>, <c>P</c>, <c>Table</c>…</param>
/// <param name="attributes">Further entries: of which cells a head is the head.</param>
internal sealed class Tag(string type, string attributes = "")
{
    private readonly List<Tag> _children = [];
    private readonly List<(int Page, int Mark)> _marks = [];
    private int _id;

    public Tag Holding(Tag child)
    {
        _children.Add(child);
        return child;
    }

    /// <summary>A piece of a page belongs to this element.</summary>
    public void Marks(int page, int mark) => _marks.Add((page, mark));

    /// <returns>The number of its object, once written.</returns>
    public int Write(PdfFile file, int parent, IReadOnlyList<int> pages)
    {
        _id = file.Reserve();
        var children = string.Join(' ', _children.Select(child => FormattableString.Invariant($"{child.Write(file, _id, pages)} 0 R")));
        var marks = string.Join(' ', _marks.Select(mark => FormattableString.Invariant($"<< /Type /MCR /Pg {pages[mark.Page]} 0 R /MCID {mark.Mark} >>")));
        file.Set(_id, FormattableString.Invariant($"<< /Type /StructElem /S /{type} /P {parent} 0 R {attributes} /K [{children}{marks}] >>"));
        return _id;
    }

    public int Id => _id;
}
