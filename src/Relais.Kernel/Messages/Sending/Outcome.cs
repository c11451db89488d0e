namespace Relais.Kernel.Messages.Sending;

internal enum Fate
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider refused it for good.</summary>
    Refused,

    /// <summary>The provider refused it for now: an attempt to count.</summary>
    Deferred,

    /// <summary>The provider could not be reached, through no fault of this message.</summary>
    Unavailable,

    /// <summary>Not now: the person sleeps, or a newer node must write it.</summary>
    Postponed,

    /// <summary>No longer true.</summary>
    Cancelled,

    /// <summary>Not wanted, or nowhere to send it.</summary>
    Suppressed,
}

/// <summary>What became of one message.</summary>
/// <param name="Fate">Which of the endings.</param>
/// <param name="Code">Why, as a code without personal data.</param>
/// <param name="ProviderId">What the provider calls it once sent.</param>
/// <param name="Until">Until when it is postponed.</param>
/// <param name="Parts">How many parts an SMS was sent in.</param>
internal readonly record struct Outcome(Fate Fate, string? Code = null, string? ProviderId = null, DateTimeOffset? Until = null, int? Parts = null)
{
    /// <summary>The person has no address of this kind that is theirs for sure; once they have, the message may go.</summary>
    public const string NoAddress = "no-address";

    public static Outcome Sent(string? providerId = null) => new(Fate.Sent, ProviderId: providerId);

    public static Outcome Refused(string code) => new(Fate.Refused, code);

    public static Outcome Deferred(string code) => new(Fate.Deferred, code);

    public static Outcome Unavailable(string code) => new(Fate.Unavailable, code);

    public static Outcome Postponed(DateTimeOffset until, string code) => new(Fate.Postponed, code, Until: until);

    public static Outcome Cancelled() => new(Fate.Cancelled, "no-longer-true");

    public static Outcome Suppressed(string code) => new(Fate.Suppressed, code);
}
