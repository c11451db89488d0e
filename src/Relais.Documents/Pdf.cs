using System.Text;
using Relais.Documents.Drawing;
using Relais.Documents.Paper;

namespace Relais.Documents;

/// <summary>
/// Draws a document as PDF 1.7 made as PDF/UA-1 (ISO 14289-1) asks: structure in reading order, language, title, embedded
/// fonts whose text can be read back, everything else marked as decoration.
/// </summary>
public static class Pdf
{
    public const string MediaType = "application/pdf";

    private const double ShortSide = 595.28;
    private const double LongSide = 841.89;

    public static byte[] Bytes(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (width, height) = document.IsWide ? (LongSide, ShortSide) : (ShortSide, LongSide);
        var (flow, type) = (new PageFlow(width, height), new Typography());
        var drawing = new DocumentDrawing(document, flow, type);
        drawing.Draw();

        var file = new PdfFile();
        var (catalog, tree, structure) = (file.Reserve(), file.Reserve(), file.Reserve());
        var fonts = string.Join(' ', type.Fonts.Select(font => FormattableString.Invariant($"/{font.Name} {font.WriteTo(file)} 0 R")));
        var pages = WritePages(file, flow, tree, fonts, width, height);
        WriteStructure(file, structure, drawing.Root, flow, pages);
        var metadata = file.AddStream(Encoding.UTF8.GetBytes(Metadata.Of(document)), "/Type /Metadata /Subtype /XML", isReadable: true);
        file.Set(catalog, FormattableString.Invariant(
            $"<< /Type /Catalog /Pages {tree} 0 R /StructTreeRoot {structure} 0 R /MarkInfo << /Marked true >> /Lang {PdfText.Quote(document.Language)} /ViewerPreferences << /DisplayDocTitle true >> /Metadata {metadata} 0 R >>"));
        var information = file.Add(
            $"<< /Title {PdfText.Quote(document.Title)} /Author {PdfText.Quote(document.Issuer)} /CreationDate {PdfText.Instant(document.DatedAt)} /ModDate {PdfText.Instant(document.DatedAt)} >>");
        return file.Bytes(catalog, information);
    }

    private static List<int> WritePages(PdfFile file, PageFlow flow, int tree, string fonts, double width, double height)
    {
        var pages = flow.Pages.Select((page, index) =>
        {
            var drawing = file.AddStream(page.Drawing);
            return file.Add(FormattableString.Invariant(
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] /Resources << /Font << {fonts} >> >> /Contents {drawing} 0 R /StructParents {index} /Tabs /S >>"));
        }).ToList();
        file.Set(tree, FormattableString.Invariant($"<< /Type /Pages /Kids [{PdfText.References(pages)}] /Count {pages.Count} >>"));
        return pages;
    }

    private static void WriteStructure(PdfFile file, int id, Tag root, PageFlow flow, List<int> pages)
    {
        var document = root.Write(file, id, pages);
        var owners = string.Join(' ', flow.Pages.Select((page, index) => FormattableString.Invariant($"{index} [{PdfText.References(page.Marked.Select(tag => tag.Id))}]")));
        file.Set(id, FormattableString.Invariant($"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree << /Nums [{owners}] >> /ParentTreeNextKey {pages.Count} >>"));
    }
}
