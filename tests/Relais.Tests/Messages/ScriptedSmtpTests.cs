using System.Net;
using System.Net.Sockets;
using System.Text;
using Relais.Kernel.Messages.Sending;
using Relais.Kernel.Messages.Smtp;

namespace Relais.Tests.Messages;

/// <summary>What no honest server does, and what honest servers do at the worst moment.</summary>
public class ScriptedSmtpTests
{
    [Fact]
    public async Task A_server_that_never_answers_after_the_message_may_have_taken_it()
    {
        var outcome = await SendToAsync("220 hello", "EHLO>250 hello", "MAIL>250 ok", "RCPT>250 ok", "DATA>354 go on");

        Assert.Equal(Outcome.Deferred("smtp-timeout"), outcome);
    }

    [Fact]
    public async Task A_server_that_breaks_off_before_the_message_has_not_taken_it()
    {
        Assert.Equal(Outcome.Unavailable("smtp-connection-lost"), await SendToAsync("220 hello", "EHLO>250 hello", "MAIL>"));
    }

    [Fact]
    public async Task What_is_no_reply_is_not_understood()
    {
        Assert.Equal(Outcome.Unavailable("smtp-not-understood"), await SendToAsync("HTTP/1.1 400 Bad Request"));
    }

    [Fact]
    public async Task Words_slipped_in_before_encryption_are_refused()
    {
        var outcome = await SendToAsync(SmtpSecurity.StartTls, "220 hello", "EHLO>250-hello\r\n250 STARTTLS", "STARTTLS>220 go on\r\n250 slipped in");

        Assert.Equal(Outcome.Unavailable("smtp-clear-text-after-starttls"), outcome);
    }

    [Fact]
    public async Task A_message_to_nobody_is_closed_when_the_server_waits_for_it()
    {
        var outcome = await SendToAsync(
            "220 hello", "EHLO>250-hello\r\n250 PIPELINING", "MAIL>250 ok", "RCPT>550 5.1.1 no such person", "DATA>354 go on", ".>554 no valid recipient", "RSET>250 ok");

        Assert.Equal(Outcome.Refused("smtp-550-5.1.1"), outcome);
    }

    [Fact]
    public void A_line_that_begins_with_a_dot_gets_a_second_one()
    {
        Assert.Equal("..\r\n...a\r\nb.\r\n.\r\n", Encoding.ASCII.GetString(SmtpContent.Frame(".\r\n..a\r\nb.\r\n"u8)));
        Assert.Equal("a\r\n.\r\n", Encoding.ASCII.GetString(SmtpContent.Frame("a"u8)));
    }

    private static Task<Outcome> SendToAsync(params string[] script) => SendToAsync(SmtpSecurity.None, script);

    /// <summary>Plays a server: a greeting, then for each command that it knows the reply; nothing after the arrow breaks off.</summary>
    private static async Task<Outcome> SendToAsync(SmtpSecurity security, params string[] script)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var playing = PlayAsync(listener, script);
        var transport = new SmtpTransport(new SmtpSettings
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            Security = security,
            CommandTimeout = TimeSpan.FromSeconds(5),
            AcceptTimeout = TimeSpan.FromSeconds(1),
        });

        var outcome = await transport.SendAsync(Emails.To("ana@exemple.fr"));
        await transport.DisposeAsync();
        await playing;
        return outcome;
    }

    private static async Task PlayAsync(TcpListener listener, string[] script)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{script[0]}\r\n"), TestContext.Current.CancellationToken);
        var replies = script[1..].Select(line => line.Split('>', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        try
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (!replies.TryGetValue(line.Split(' ', ':')[0], out var reply))
                {
                    continue;
                }

                if (reply.Length is 0)
                {
                    return;
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{reply}\r\n"), TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // The client left.
        }
    }
}
