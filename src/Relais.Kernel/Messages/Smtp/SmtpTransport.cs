using Relais.Kernel.Messages.Mail;
using Relais.Kernel.Messages.Sending;

namespace Relais.Kernel.Messages.Smtp;

/// <summary>Sends through one conversation kept open between messages; a stale one is opened again without a word.</summary>
internal sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    /// <summary>After such a silence we ask whether the server is still there before we count on it.</summary>
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(10);

    private SmtpSession? _session;
    private long _lastUse;

    public async Task<Outcome> SendAsync(Email email)
    {
        var envelope = new SmtpEnvelope(email.From, email.To);
        var content = MimeWriter.Write(email);
        for (var isReused = _session is not null; ; isReused = false)
        {
            try
            {
                var session = await SessionAsync();
                if (envelope.NeedsUtf8 && !session.TakesUtf8)
                {
                    return Outcome.Refused("smtp-no-utf8-address");
                }

                var reply = await session.SendAsync(envelope, content);
                _lastUse = Environment.TickCount64;
                return OutcomeOf(reply);
            }
            catch (SmtpUnavailableException exception)
            {
                await CloseAsync();
                if (exception.MayBeTaken)
                {
                    return Outcome.Deferred(exception.Code);
                }

                if (!isReused)
                {
                    return Outcome.Unavailable(exception.Code);
                }
            }
        }
    }

    public async Task RestAsync()
    {
        if (_session is not null && TimeSpan.FromMilliseconds(Environment.TickCount64 - _lastUse) > LongSilence)
        {
            await _session.QuitAsync();
            await CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.QuitAsync();
            await CloseAsync();
        }
    }

    private async Task<SmtpSession> SessionAsync()
    {
        if (_session is not null && TimeSpan.FromMilliseconds(Environment.TickCount64 - _lastUse) > LongSilence && !await _session.IsAliveAsync())
        {
            await CloseAsync();
        }

        return _session ??= await SmtpSession.OpenAsync(settings);
    }

    private async Task CloseAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
            _session = null;
        }
    }

    private static Outcome OutcomeOf(SmtpReply reply) => reply switch
    {
        { IsYes: true } => Outcome.Sent(Shortened(reply.Lines[^1])),
        { IsNotNow: true } => Outcome.Deferred(reply.ErrorCode),
        _ => Outcome.Refused(reply.ErrorCode),
    };

    private static string Shortened(string line) => line.Length <= 100 ? line : line[..100];
}
