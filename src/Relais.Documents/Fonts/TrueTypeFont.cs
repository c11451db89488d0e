using System.Buffers.Binary;
using System.Text;

namespace Relais.Documents.Fonts;

/// <summary>What drawing needs to know of a TrueType font: its measures, the width of each glyph, the glyph of each character.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int[] _widths;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        for (var at = 12; at < 12 + (16 * U16(4)); at += 16)
        {
            _tables[Encoding.ASCII.GetString(_file, at, 4)] = (int)U32(at + 8);
        }

        var (head, hhea) = (_tables["head"], _tables["hhea"]);
        UnitsPerEm = U16(head + 18);
        Box = [Scaled(I16(head + 36)), Scaled(I16(head + 38)), Scaled(I16(head + 40)), Scaled(I16(head + 42))];
        (Ascent, Descent) = (Scaled(I16(hhea + 4)), Scaled(I16(hhea + 6)));
        CapHeight = Scaled(I16(_tables["OS/2"] + 88));
        _widths = ReadWidths(U16(_tables["maxp"] + 4), U16(hhea + 34));
        ReadCharacters();
    }

    public byte[] File => _file;

    public int UnitsPerEm { get; }

    /// <summary>In thousandths of the size, as everything here.</summary>
    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Nothing when the font does not draw the character.</summary>
    public int? GlyphOf(Rune character) => _glyphs.TryGetValue(character.Value, out var glyph) ? glyph : null;

    public int WidthOf(int glyph) => _widths[glyph];

    private int[] ReadWidths(int glyphs, int measured)
    {
        var hmtx = _tables["hmtx"];
        return [.. Enumerable.Range(0, glyphs).Select(glyph => Scaled(U16(hmtx + (4 * Math.Min(glyph, measured - 1)))))];
    }

    /// <summary>Formats 4 and 12 hold whatever modern fonts map.</summary>
    private void ReadCharacters()
    {
        var cmap = _tables["cmap"];
        for (var entry = 0; entry < U16(cmap + 2); entry++)
        {
            var table = cmap + (int)U32(cmap + 8 + (8 * entry));
            if (U16(table) is 4)
            {
                ReadSegments(table);
            }
            else if (U16(table) is 12)
            {
                ReadGroups(table);
            }
        }
    }

    private void ReadSegments(int table)
    {
        var segments = U16(table + 6) / 2;
        var (ends, starts) = (table + 14, table + 16 + (2 * segments));
        var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
        for (var segment = 0; segment < segments; segment++)
        {
            var (first, last) = (U16(starts + (2 * segment)), U16(ends + (2 * segment)));
            var (delta, offset) = (U16(deltas + (2 * segment)), U16(offsets + (2 * segment)));
            for (var character = first; character <= last && character is not 0xFFFF; character++)
            {
                var glyph = offset is 0 ? character : U16(offsets + (2 * segment) + offset + (2 * (character - first)));
                Map(character, offset is 0 || glyph is not 0 ? (glyph + delta) & 0xFFFF : 0);
            }
        }
    }

    private void ReadGroups(int table)
    {
        for (var group = table + 16; group < table + 16 + (12 * (int)U32(table + 12)); group += 12)
        {
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var character = first; character <= last; character++)
            {
                Map(character, glyph + character - first);
            }
        }
    }

    private void Map(int character, int glyph)
    {
        if (glyph is not 0)
        {
            _glyphs[character] = glyph;
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000d / UnitsPerEm);

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
