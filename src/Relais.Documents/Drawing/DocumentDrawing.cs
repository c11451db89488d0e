using System.Globalization;
using Relais.Documents.Paper;

namespace Relais.Documents.Drawing;

/// <summary>Lays the blocks of a document on pages and builds its structure along, so that both say the same.</summary>
internal sealed class DocumentDrawing(Document document, PageFlow flow, Typography type)
{
    private const double NameShare = 0.3;
    private const double CellPadding = 4;
    private const double BetweenColumns = 8;

    public Tag Root { get; } = new("Document");

    public void Draw()
    {
        flow.TurnPage();
        flow.Write(Root.Holding(new Tag("P")), document.Issuer, type.Issuer);
        flow.Skip(18);
        flow.Write(Root.Holding(new Tag("H1")), document.Title, type.Title);
        flow.Skip(8);
        foreach (var block in document.Blocks)
        {
            Draw(block);
        }

        flow.Number(type.Folio);
    }

    private void Draw(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Write(heading);
                break;
            case Block.Paragraph paragraph:
                flow.Write(Root.Holding(new Tag("P")), paragraph.Text, paragraph.IsLead ? type.Lead : type.Body);
                flow.Skip(10);
                break;
            case Block.Facts facts:
                Write(facts);
                break;
            case Block.Table table:
                Write(table.Sheet);
                break;
        }
    }

    /// <summary>A heading never stays alone at the foot of a page.</summary>
    private void Write(Block.Heading heading)
    {
        const double WithWhatFollows = 90;
        if (!flow.Fits(WithWhatFollows))
        {
            flow.TurnPage();
        }

        flow.Skip(8);
        flow.Write(Root.Holding(new Tag(string.Create(CultureInfo.InvariantCulture, $"H{heading.Level}"))), heading.Text, heading.Level is 2 ? type.Part : type.Section);
        flow.Skip(4);
    }

    private void Write(Block.Facts facts)
    {
        var table = Root.Holding(new Tag("Table"));
        var names = flow.Width * NameShare;
        foreach (var fact in facts.Rows)
        {
            var row = table.Holding(new Tag("TR"));
            flow.Rule();
            flow.WriteBeside(
                [
                    new Piece(row.Holding(new Tag("TH", "/A << /O /Table /Scope /Row >>")), fact.Name, type.Name, 0, names - BetweenColumns),
                    new Piece(row.Holding(new Tag("TD")), fact.Value, fact.IsStrong ? type.Strong : type.Body, names, flow.Width - names),
                ],
                padding: 6);
        }

        flow.Rule();
        flow.Skip(16);
    }

    private void Write(Sheet sheet)
    {
        var table = Root.Holding(new Tag("Table"));
        flow.Write(table.Holding(new Tag("Caption")), sheet.Title, type.Section);
        flow.Skip(2);
        var head = table.Holding(new Tag("THead")).Holding(new Tag("TR"));
        var titles = sheet.Columns.Select(column => column.Name).ToList();
        WriteRow(sheet, titles, type.Head, _ => head.Holding(new Tag("TH", "/A << /O /Table /Scope /Column >>")), onNewPage: null);
        var body = sheet.Rows.Count > 0 ? table.Holding(new Tag("TBody")) : null;
        foreach (var cells in sheet.Rows)
        {
            var row = body!.Holding(new Tag("TR"));
            flow.Rule();

            // The head again on each page is for the eye: who listens has heard it.
            WriteRow(
                sheet, [.. cells.Select(cell => cell.Say(CultureInfo.GetCultureInfo(document.Language)))], type.Cell,
                column => row.Holding(column is 0 ? new Tag("TH", "/A << /O /Table /Scope /Row >>") : new Tag("TD")),
                () => WriteRow(sheet, titles, type.Head, _ => null, onNewPage: null));
        }

        flow.Rule();
        flow.Skip(16);
    }

    private void WriteRow(Sheet sheet, IReadOnlyList<string> texts, Paper.TextStyle style, Func<int, Tag?> tagOf, Action? onNewPage)
    {
        var shares = sheet.Columns.Sum(column => column.Share);
        var pieces = new List<Piece>(texts.Count);
        var begin = 0d;
        for (var column = 0; column < texts.Count; column++)
        {
            var width = flow.Width * sheet.Columns[column].Share / shares;
            pieces.Add(new Piece(tagOf(column), texts[column], style, begin, width - BetweenColumns, sheet.Columns[column].IsNumber));
            begin += width;
        }

        flow.WriteBeside(pieces, CellPadding, onNewPage);
    }
}
