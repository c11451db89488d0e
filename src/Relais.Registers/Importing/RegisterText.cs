using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Relais.Kernel.Text;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Opens the text of an extract, in the archive in which it is published or beside it.</summary>
internal static partial class RegisterText
{
    private const int Buffer = 1 << 18;

    public static TextReader Open(RegisterFile file)
    {
        using (var probe = OpenBytes(file))
        {
            return new Text(OpenBytes(file), TextEncoding.Detect(probe.Stream));
        }
    }

    /// <summary>« PS_LibreAcces_Personne_activite_202601150712.txt » describes 15 January 2026.</summary>
    public static DateOnly Vintage(RegisterFile file)
    {
        if (file.Vintage is { } said)
        {
            return said;
        }

        foreach (Match dated in DateInName().Matches(Path.GetFileName(file.Path)))
        {
            if (DateOnly.TryParseExact(dated.Value.Replace("-", "", StringComparison.Ordinal)[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        return DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file.Path));
    }

    /// <summary>By its name, or by its first character: a table begins with the name of a column.</summary>
    public static bool IsJson(RegisterFile file)
    {
        using var opened = OpenBytes(file);
        if (opened.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Span<byte> first = stackalloc byte[64];
        var read = first[..opened.Stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        return read.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
    }

    /// <summary>The bytes of the file, or of the one in the archive that is meant.</summary>
    public static RegisterBytes OpenBytes(RegisterFile file)
    {
        if (!file.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return new RegisterBytes(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan), null, file.Path);
        }

        var archive = ZipFile.OpenRead(file.Path);
        var member = archive.Entries.FirstOrDefault(entry => entry.Name.Contains("Personne_activite", StringComparison.OrdinalIgnoreCase))
            ?? archive.Entries.FirstOrDefault(entry => entry.Length > 0);
        if (member is null)
        {
            archive.Dispose();
            throw new RegisterRefusedException(RegisterFault.Empty, Path.GetFileName(file.Path));
        }

        return new RegisterBytes(member.Open(), archive, member.Name);
    }

    [GeneratedRegex(@"(?<day>20[0-9]{2}-[0-9]{2}-[0-9]{2}|20[0-9]{6})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DateInName();

    private sealed class Text(RegisterBytes opened, Encoding encoding) : StreamReader(opened.Stream, encoding, detectEncodingFromByteOrderMarks: true, Buffer)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            opened.Dispose();
        }
    }
}
