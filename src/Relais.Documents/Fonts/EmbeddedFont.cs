using System.Globalization;
using System.Text;
using Relais.Documents.Paper;

namespace Relais.Documents.Fonts;

/// <summary>A font as one document uses it: it turns text into glyphs, and remembers which, so that the text can be read back.</summary>
/// <param name="name">What pages call it.</param>
/// <param name="fullName">What it is called.</param>
/// <param name="font">Its measures.</param>
internal sealed class EmbeddedFont(string name, string fullName, TrueTypeFont font)
{
    private readonly SortedDictionary<int, string> _used = [];

    public string Name => name;

    /// <summary>How wide the text is, in points.</summary>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(rune => font.WidthOf(Glyph(rune).Id)) * size / 1000;

    /// <summary>The glyphs of the text as hexadecimal digits.</summary>
    public string Write(string text)
    {
        var glyphs = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var (id, meaning) = Glyph(rune);
            _used.TryAdd(id, meaning);
            glyphs.Append(CultureInfo.InvariantCulture, $"{id:X4}");
        }

        return glyphs.ToString();
    }

    public int WriteTo(PdfFile file)
    {
        var program = file.AddStream(font.File, FormattableString.Invariant($"/Length1 {font.File.Length}"));
        var descriptor = file.Add(FormattableString.Invariant(
            $"<< /Type /FontDescriptor /FontName /{fullName} /Flags 32 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 80 /FontFile2 {program} 0 R >>"));
        var widths = string.Join(' ', _used.Keys.Select(glyph => FormattableString.Invariant($"{glyph} [{font.WidthOf(glyph)}]")));
        var glyphs = file.Add(FormattableString.Invariant(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{fullName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}] >>"));
        var meanings = file.AddStream(Encoding.ASCII.GetBytes(Meanings()));
        return file.Add(FormattableString.Invariant(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{fullName} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {meanings} 0 R >>"));
    }

    /// <summary>Another spelling where the font lacks the character: a plain space, the letter without its mark, a question mark.</summary>
    private (int Id, string Meaning) Glyph(Rune rune)
    {
        if (font.GlyphOf(rune) is { } glyph)
        {
            return (glyph, rune.ToString());
        }

        var plain = Rune.IsWhiteSpace(rune) ? "\u00A0" : rune.Value is 0x2011 or 0x2010 ? "-" : rune.ToString().Normalize(NormalizationForm.FormD)[..1];
        return font.GlyphOf(new Rune(char.IsSurrogate(plain[0]) ? '?' : plain[0])) is { } close ? (close, plain) : (font.GlyphOf(new Rune('?'))!.Value, "?");
    }

    /// <summary>Which characters each glyph stands for, so that search, copy and screen readers find the words (ISO 32000-1, 9.10.3).</summary>
    private string Meanings()
    {
        const int MostPerBlock = 100;
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in _used.Chunk(MostPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, meaning) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(meaning))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
