using System.Text;
using Relais.Kernel.Text;

namespace Relais.Tests.Registers;

public sealed class SeparatedRowsTests
{
    [Fact]
    public void Quotes_hold_separators_lines_and_quotes()
    {
        Assert.Equal(
            ["1:a|b", "2:x;1|dit \"oui\"", "4:deux\r\nlignes|", "6:é|fin"],
            Read("a;b\r\n\"x;1\";\"dit \"\"oui\"\"\"\r\n\r\n\"deux\r\nlignes\";\r\né;fin", ';'));
    }

    [Fact]
    public void An_open_quote_is_told_by_the_line_where_it_opens()
    {
        var broken = Assert.Throws<UnreadableRowException>(() => Read("a,b\n1,2\n\"never,closed\n3,4\n", ','));

        Assert.Equal((3, UnreadableRow.OpenQuote), (broken.Line, broken.Reason));
    }

    [Fact]
    public void A_row_longer_than_the_buffer_is_read_whole()
    {
        var wide = new string('x', 300_000);

        Assert.Equal([$"1:a|{wide}", "2:b|c"], Read($"a|{wide}\nb|c\n", '|'));
    }

    [Theory]
    [InlineData("utf-8", "Éléonore;Œuvre", "utf-8")]
    [InlineData("windows-1252", "Éléonore;prix 10 €", "windows-1252")]
    [InlineData("utf-16", "Éléonore", "utf-16")]
    [InlineData("us-ascii", "plain", "utf-8")]
    public void The_encoding_is_told_by_the_bytes(string saved, string text, string told)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(saved);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.Equal(told, TextEncoding.Detect(new MemoryStream(bytes)).WebName);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void A_character_cut_by_the_end_of_a_chunk_is_no_reason_to_doubt(int before) =>
        Assert.Equal("utf-8", TextEncoding.Detect(new MemoryStream(Encoding.UTF8.GetBytes(new string('a', before) + "é€"))).WebName);

    private static List<string> Read(string text, char separator)
    {
        using var rows = new SeparatedRows(new StringReader(text), separator);
        var read = new List<string>();
        while (rows.Next())
        {
            var fields = new List<string>();
            for (var field = 0; field < rows.Count; field++)
            {
                fields.Add(rows[field].ToString());
            }

            read.Add($"{rows.Line}:{string.Join('|', fields)}");
        }

        return read;
    }
}
