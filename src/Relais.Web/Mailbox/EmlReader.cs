using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Relais.Web.Mailbox;

/// <summary>Reads the e-mails that we write ourselves: encoded headers, parts in quoted-printable.</summary>
internal static partial class EmlReader
{
    public static ReadMail Read(Guid id, string eml)
    {
        var (headers, body) = Split(eml);
        var parts = Boundary().Match(Header(headers, "Content-Type")) is { Success: true } match
            ? body.Split($"--{match.Groups["boundary"].Value}").Select(Split).ToList()
            : [(headers, body)];

        return new ReadMail
        {
            Id = id,
            At = DateTimeOffset.Parse(Header(headers, "Date"), CultureInfo.InvariantCulture),
            To = Header(headers, "To"),
            Subject = Header(headers, "Subject"),
            Text = Content(parts, "text/plain") ?? "",
            Html = Content(parts, "text/html"),
            Headers = headers,
        };
    }

    private static (IReadOnlyList<(string Name, string Value)> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return ([], "");
        }

        var lines = part[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(line => line.Split(": ", 2)).Where(pair => pair.Length is 2).Select(pair => (pair[0], DecodeWords(pair[1])))], part[(end + 4)..]);
    }

    private static string Header(IReadOnlyList<(string Name, string Value)> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static string? Content(IEnumerable<(IReadOnlyList<(string Name, string Value)> Headers, string Body)> parts, string type) => parts
        .Where(part => Header(part.Headers, "Content-Type").StartsWith(type, StringComparison.Ordinal))
        .Select(part => DecodeQuotedPrintable(part.Body))
        .FirstOrDefault();

    private static string DecodeWords(string value) =>
        EncodedWord().Replace(
            BetweenEncodedWords().Replace(value, "?==?"),
            word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["base64"].Value)));

    private static string DecodeQuotedPrintable(string body)
    {
        var bytes = new List<byte>(body.Length);
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '=' && index + 2 < text.Length)
            {
                bytes.Add(byte.Parse(text.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 2;
            }
            else
            {
                bytes.Add((byte)text[index]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex("boundary=\"(?<boundary>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<base64>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BetweenEncodedWords();
}
