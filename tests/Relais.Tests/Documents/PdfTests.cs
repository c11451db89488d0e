using Relais.Documents;

namespace Relais.Tests.Documents;

/// <summary>Papers as pdf.js reads them.</summary>
public sealed class PdfTests
{
    [Fact]
    public async Task Every_word_is_tagged_in_reading_order_with_title_and_language()
    {
        var read = await ReadPdf.FromAsync(Pdf.Bytes(Paper(new Block.Heading(2, "Où"), new Block.Paragraph("À l’hôpital — 12 €, « cœur »"), new Block.Facts([new("Nom", "Élise N’Diaye-Škoda")]))));

        Assert.Equal(("Un papier", "fr", true, "1"), (read.Title, read.Language, read.IsMarked, read.UniversalAccess));
        Assert.Equal(["P", "H1", "H2", "P", "Table", "TR", "TH", "TD"], read.Tags.Select(tag => tag.Role).Where(role => role is not ("Root" or "Document")));
        Assert.Equal("Relais Un papier Où À l’hôpital — 12 €, « cœur » Nom Élise N’Diaye-Škoda", read.Text);
        Assert.All(read.Pages, page => Assert.Empty(page.Untagged));
    }

    [Fact]
    public async Task A_long_table_goes_on_over_pages_and_loses_no_row()
    {
        var rows = Enumerable.Range(1, 150).Select(number => (IReadOnlyList<Cell>)[new Cell.Text($"Ligne {number}"), new Cell.Money(number * 100, "EUR")]).ToList();
        var read = await ReadPdf.FromAsync(Pdf.Bytes(Paper(new Block.Table(new Sheet("Lignes", [new("Quoi", 3), new("Somme", 1, IsNumber: true)], rows)))));

        Assert.InRange(read.Pages.Count, 3, 8);
        Assert.Equal(Enumerable.Range(1, 150).Select(number => $"Ligne {number}"), read.Tags.Where(tag => tag.Role is "TH").Select(tag => tag.Text).Where(text => text.StartsWith("Ligne ", StringComparison.Ordinal)));
        Assert.Equal(1, read.Tags.Count(tag => tag.Text is "Quoi"));
        Assert.Contains("150,00", read.Text, StringComparison.Ordinal);
        Assert.All(read.Pages, page => Assert.Empty(page.Untagged));
        Assert.All(read.Pages.Skip(1), page => Assert.StartsWith("Quoi Somme", page.Decoration, StringComparison.Ordinal));
        Assert.All(read.Pages.Index(), page => Assert.EndsWith($"{page.Index + 1} / {read.Pages.Count}", page.Item.Decoration, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_document_is_the_same_file() =>
        Assert.Equal(Pdf.Bytes(Paper(new Block.Paragraph("Toujours"))), Pdf.Bytes(Paper(new Block.Paragraph("Toujours"))));

    [Fact]
    public async Task Letters_that_the_font_lacks_and_words_wider_than_the_page_break_nothing()
    {
        var read = await ReadPdf.FromAsync(Pdf.Bytes(Paper(new Block.Paragraph("Ольга \U0001F600 1\u202F234\u0000 " + new string('m', 300)))));

        Assert.Contains("????? ? 1 234", read.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(300, read.Text.Count(letter => letter is 'm'));
    }

    private static Document Paper(params IReadOnlyList<Block> blocks) => new()
    {
        Title = "Un papier",
        Language = "fr",
        Issuer = "Relais",
        DatedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
        Blocks = blocks,
    };
}
