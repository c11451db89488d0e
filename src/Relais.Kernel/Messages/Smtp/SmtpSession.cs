using System.Text;

namespace Relais.Kernel.Messages.Smtp;

/// <summary>A conversation with a server that knows who we are, ready to take one message after another.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpConnection _connection;
    private readonly SmtpSettings _settings;
    private Dictionary<string, string> _extensions = new(StringComparer.OrdinalIgnoreCase);

    private SmtpSession(SmtpConnection connection, SmtpSettings settings)
    {
        _connection = connection;
        _settings = settings;
    }

    public bool TakesUtf8 => _extensions.ContainsKey("SMTPUTF8");

    public static async Task<SmtpSession> OpenAsync(SmtpSettings settings)
    {
        var session = new SmtpSession(await SmtpConnection.OpenAsync(settings.Host, settings.Port, settings.ConnectTimeout), settings);
        try
        {
            await session.IntroduceAsync();
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the server is still there after a silence.</summary>
    public async Task<bool> IsAliveAsync()
    {
        try
        {
            return (await AskAsync("RSET")).IsYes;
        }
        catch (SmtpUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Hands one message over.</summary>
    /// <returns>The reply that settled it: 250 when the server took charge of it.</returns>
    public async Task<SmtpReply> SendAsync(SmtpEnvelope envelope, byte[] content)
    {
        var refusal = _extensions.ContainsKey("PIPELINING") ? await StartTogetherAsync(envelope) : await StartInTurnAsync(envelope);
        if (refusal is not null)
        {
            await AskAsync("RSET");
            return refusal;
        }

        try
        {
            await _connection.WriteAsync(SmtpContent.Frame(content), _settings.AcceptTimeout);
            return Heard(await _connection.ReadReplyAsync(_settings.AcceptTimeout));
        }
        catch (SmtpUnavailableException exception)
        {
            throw new SmtpUnavailableException(exception.Code, exception) { MayBeTaken = true };
        }
    }

    public async Task QuitAsync()
    {
        try
        {
            await AskAsync("QUIT");
        }
        catch (SmtpUnavailableException)
        {
            // It left before us.
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task IntroduceAsync()
    {
        if (_settings.Security is SmtpSecurity.Tls)
        {
            await _connection.EncryptAsync(_settings.Host, _settings.Authority, _settings.ConnectTimeout);
        }

        Must(Heard(await _connection.ReadReplyAsync(_settings.CommandTimeout)));
        await HelloAsync();
        if (_settings.Security is SmtpSecurity.StartTls)
        {
            Must(await AskAsync("STARTTLS"));
            await _connection.EncryptAsync(_settings.Host, _settings.Authority, _settings.ConnectTimeout);
            await HelloAsync();
        }

        if (_settings.User is not null)
        {
            await SignInAsync(_settings.User, _settings.Password ?? "");
        }
    }

    private async Task HelloAsync()
    {
        var reply = await AskAsync($"EHLO {_settings.HelloName ?? _connection.LocalAddress}");
        Must(reply);
        _extensions = reply.Lines.Skip(1)
            .Select(line => line.Split(' ', 2))
            .GroupBy(words => words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
    }

    private async Task SignInAsync(string user, string password)
    {
        var means = _extensions.GetValueOrDefault("AUTH", "").ToUpperInvariant().Split(' ');
        if (means.Contains("PLAIN", StringComparer.Ordinal))
        {
            Must(await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}"));
        }
        else if (means.Contains("LOGIN", StringComparer.Ordinal))
        {
            Must(await AskAsync("AUTH LOGIN"), 334);
            Must(await AskAsync(Base64(user)), 334);
            Must(await AskAsync(Base64(password)));
        }
        else
        {
            throw new SmtpUnavailableException("smtp-no-known-sign-in");
        }
    }

    /// <summary>The three commands leave together and the replies are read after: two journeys a message instead of four.</summary>
    private async Task<SmtpReply?> StartTogetherAsync(SmtpEnvelope envelope)
    {
        await _connection.WriteAsync($"{envelope.MailFrom}\r\n{envelope.RcptTo}\r\nDATA\r\n", _settings.CommandTimeout);
        var from = Heard(await _connection.ReadReplyAsync(_settings.CommandTimeout));
        var to = Heard(await _connection.ReadReplyAsync(_settings.CommandTimeout));
        var data = Heard(await _connection.ReadReplyAsync(_settings.CommandTimeout));
        var refusal = !to.IsYes ? to : data.Code is not 354 ? data : null;
        if (data.Code is 354 && !(from.IsYes && to.IsYes))
        {
            // It waits for a message to nobody: give it an empty one, which it will refuse (RFC 2920 §3.1).
            await AskAsync(".");
        }

        Must(from);
        return refusal;
    }

    private async Task<SmtpReply?> StartInTurnAsync(SmtpEnvelope envelope)
    {
        Must(await AskAsync(envelope.MailFrom));
        if (await AskAsync(envelope.RcptTo) is { IsYes: false } to)
        {
            return to;
        }

        var data = await AskAsync("DATA");
        return data.Code is 354 ? null : data;
    }

    private async Task<SmtpReply> AskAsync(string command)
    {
        await _connection.WriteAsync($"{command}\r\n", _settings.CommandTimeout);
        return Heard(await _connection.ReadReplyAsync(_settings.CommandTimeout));
    }

    private static SmtpReply Heard(SmtpReply reply) => reply.IsClosing ? throw new SmtpUnavailableException(reply.ErrorCode) : reply;

    /// <summary>A refusal of what does not depend on the message (our name, our password, our address) is no fault of it.</summary>
    private static void Must(SmtpReply reply, int? code = null)
    {
        if (code is null ? !reply.IsYes : reply.Code != code)
        {
            throw new SmtpUnavailableException(reply.ErrorCode);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
