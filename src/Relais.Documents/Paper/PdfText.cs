using System.Globalization;
using System.Text;

namespace Relais.Documents.Paper;

/// <summary>How PDF writes strings and numbers (ISO 32000-1, 7.3).</summary>
internal static class PdfText
{
    /// <summary>A text string in UTF-16, as hexadecimal digits.</summary>
    public static string Quote(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string References(IEnumerable<int> objects) => string.Join(' ', objects.Select(id => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R")));
}
