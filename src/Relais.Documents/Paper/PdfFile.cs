using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Relais.Documents.Paper;

/// <summary>The objects of a PDF file and the table that finds them (ISO 32000-1, 7.5).</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>A number for an object that others name before it is written.</summary>
    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public void Set(int id, string body) => _objects[id - 1] = Encoding.Latin1.GetBytes(body);

    public int Add(string body)
    {
        var id = Reserve();
        Set(id, body);
        return id;
    }

    public int AddStream(byte[] content, string entries = "", bool isReadable = false)
    {
        var data = isReadable ? content : Deflate(content);
        var head = string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {data.Length}{(isReadable ? "" : " /Filter /FlateDecode")} >>\nstream\n");
        var id = Reserve();
        _objects[id - 1] = [.. Encoding.Latin1.GetBytes(head), .. data, .. "\nendstream"u8];
        return id;
    }

    /// <summary>The whole file. Its identifier is drawn from what it holds.</summary>
    public byte[] Bytes(int catalog, int information)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
        var starts = new List<long>(_objects.Count);
        for (var id = 1; id <= _objects.Count; id++)
        {
            starts.Add(file.Position);
            Write(file, $"{id} 0 obj\n");
            file.Write(_objects[id - 1]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        var identifier = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
        {
            Write(file, $"{start:0000000000} 00000 n \n");
        }

        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{identifier}> <{identifier}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, FormattableString text) => file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant(text)));

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }
}
