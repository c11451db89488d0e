using System.Globalization;
using System.Text;

namespace Relais.Kernel.Messages.Mail;

/// <summary>Writes an e-mail as servers exchange it: text and HTML of the same content, lines ended by CR LF.</summary>
internal static class MimeWriter
{
    public static byte[] Write(Email email)
    {
        // "=_" cannot occur in quoted-printable text, so no content can end the part it is in.
        var boundary = $"=_{email.Id:N}";
        var mime = new StringBuilder(4096);

        Header(mime, "Date", email.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mime, "From", $"{HeaderText.Phrase(email.FromName)} <{email.From}>");
        Header(mime, "To", $"{HeaderText.Phrase(email.ToName)} <{email.To}>");
        Header(mime, "Subject", HeaderText.Unstructured(email.Subject, "Subject: ".Length));
        Header(mime, "Message-ID", email.MessageId);
        Header(mime, "Auto-Submitted", "auto-generated");
        if (email.Unsubscribe is { } link)
        {
            Header(mime, "List-Unsubscribe", $"<{link.AbsoluteUri}>");
            Header(mime, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Header(mime, "MIME-Version", "1.0");
        Header(mime, "Content-Language", email.Language);
        Header(mime, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        Part(mime, boundary, "text/plain", email.Text);
        Part(mime, boundary, "text/html", email.Html);
        mime.Append("\r\n--").Append(boundary).Append("--\r\n");

        return Encoding.UTF8.GetBytes(mime.ToString());
    }

    private static void Header(StringBuilder mime, string name, string value) =>
        mime.Append(name).Append(": ").Append(value).Append("\r\n");

    private static void Part(StringBuilder mime, string boundary, string type, string content)
    {
        mime.Append("\r\n--").Append(boundary).Append("\r\n");
        Header(mime, "Content-Type", $"{type}; charset=utf-8");
        Header(mime, "Content-Transfer-Encoding", "quoted-printable");
        mime.Append("\r\n");
        QuotedPrintable.Append(mime, content);
    }
}
