namespace Relais.Kernel.Messages.Sms;

/// <param name="Id">The same at every attempt: a provider that can tell repeats apart is given it.</param>
/// <param name="To">The number in international form.</param>
/// <param name="Text">What is read.</param>
public sealed record SmsMessage(Guid Id, string To, string Text);

public enum SmsFate
{
    Taken,

    /// <summary>Try again later: an attempt to count.</summary>
    NotNow,

    /// <summary>Never: no such number, or the person told the provider to stop.</summary>
    Refused,

    /// <summary>The provider cannot be reached.</summary>
    Unreachable,
}

/// <param name="Fate">Which of the endings.</param>
/// <param name="Reference">What the provider calls the message, or the code of its refusal; never a number or a name.</param>
public sealed record SmsReceipt(SmsFate Fate, string? Reference);

/// <summary>A company that carries SMS.</summary>
public interface ISmsProvider
{
    Task<SmsReceipt> SendAsync(SmsMessage message);
}
