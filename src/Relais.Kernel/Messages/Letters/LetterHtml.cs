using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Relais.Kernel.Messages.Letters;

/// <summary>A letter as HTML that mail programs show as meant: no image, no script, styles on the elements themselves.</summary>
internal static class LetterHtml
{
    private const string Page = "margin:0 auto;max-width:36em;padding:1.25em;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
    private const string Button = "display:inline-block;padding:12px 20px;background:#00573d;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px";
    private const string Name = "text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:bold";
    private const string Value = "vertical-align:top;padding:4px 0";
    private const string Small = "margin-top:2em;border-top:1px solid #8a8a8a;font-size:14px";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Letter letter, IReadOnlyList<LetterPart> footer, string language)
    {
        var html = new StringBuilder(2048);
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(Encoder.Encode(language)).Append("\">\n<head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>")
            .Append(Encoder.Encode(letter.Subject)).Append("</title></head>\n<body><div style=\"").Append(Page).Append("\">\n");
        Append(html, letter.Parts);
        html.Append("<div style=\"").Append(Small).Append("\">\n");
        Append(html, footer, isButton: false);
        return html.Append("</div>\n</div></body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, IReadOnlyList<LetterPart> parts, bool isButton = true)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LetterPart.Paragraph paragraph:
                    html.Append("<p>").Append(Encoder.Encode(paragraph.Text)).Append("</p>\n");
                    break;
                case LetterPart.Table table:
                    html.Append("<table style=\"border-collapse:collapse\">\n");
                    foreach (var (name, value) in table.Rows)
                    {
                        html.Append("<tr><th scope=\"row\" style=\"").Append(Name).Append("\">").Append(Encoder.Encode(name))
                            .Append("</th><td style=\"").Append(Value).Append("\">").Append(Encoder.Encode(value)).Append("</td></tr>\n");
                    }

                    html.Append("</table>\n");
                    break;
                case LetterPart.Link link:
                    html.Append("<p><a href=\"").Append(Encoder.Encode(link.Target.AbsoluteUri)).Append(isButton ? $"\" style=\"{Button}" : "")
                        .Append("\">").Append(Encoder.Encode(link.Label)).Append("</a></p>\n");
                    break;
            }
        }
    }
}
