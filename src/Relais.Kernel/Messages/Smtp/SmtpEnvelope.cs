using Relais.Kernel.Messages.Mail;

namespace Relais.Kernel.Messages.Smtp;

/// <summary>From whom to whom, as the commands say it.</summary>
internal readonly record struct SmtpEnvelope(EmailAddress From, EmailAddress To)
{
    public bool NeedsUtf8 => From.NeedsUtf8 || To.NeedsUtf8;

    public string MailFrom => NeedsUtf8 ? $"MAIL FROM:<{From}> BODY=8BITMIME SMTPUTF8" : $"MAIL FROM:<{From}>";

    public string RcptTo => $"RCPT TO:<{To}>";
}

/// <summary>The content of a message as it travels after DATA.</summary>
internal static class SmtpContent
{
    /// <summary>Doubles the dots that begin a line and adds the one that ends the message (RFC 5321 §4.5.2).</summary>
    public static byte[] Frame(ReadOnlySpan<byte> content)
    {
        var dots = 0;
        for (var index = 0; index < content.Length; index++)
        {
            dots += BeginsLine(content, index) && content[index] is (byte)'.' ? 1 : 0;
        }

        var endsLine = content.EndsWith("\r\n"u8);
        var framed = new byte[content.Length + dots + (endsLine ? 3 : 5)];
        var at = 0;
        for (var index = 0; index < content.Length; index++)
        {
            if (dots > 0 && content[index] is (byte)'.' && BeginsLine(content, index))
            {
                framed[at++] = (byte)'.';
            }

            framed[at++] = content[index];
        }

        (endsLine ? ".\r\n"u8 : "\r\n.\r\n"u8).CopyTo(framed.AsSpan(at));
        return framed;
    }

    private static bool BeginsLine(ReadOnlySpan<byte> content, int index) => index is 0 || content[index - 1] is (byte)'\n';
}
