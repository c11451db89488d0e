namespace Relais.Kernel.Messages;

/// <summary>
/// The sorts of messages that a person tells apart, to say by which channels each is to come. Every message names its own
/// (<see cref="IMessage.Topic"/>): one without does not compile.
/// </summary>
public enum MessageTopic
{
    /// <summary>Signing in, the safety of the account, the end of it, and answers to what the person has just sent.</summary>
    Account,

    /// <summary>What the person promised: confirmed, changed, called off.</summary>
    Promises,

    /// <summary>Requests for help, and how they ended.</summary>
    Requests,

    /// <summary>What still waits for a word of the person.</summary>
    Reminders,

    /// <summary>What a mission leaves: a certificate, thanks, a sum.</summary>
    AfterMission,

    /// <summary>Decisions about the dossier.</summary>
    Dossier,

    /// <summary>What the person answers for in an establishment or a territory.</summary>
    Managing,
}

public static class MessageTopics
{
    /// <summary>Others count on the person, or the person on it: it comes by one channel at least.</summary>
    public static bool MustReach(this MessageTopic topic) => topic is MessageTopic.Account or MessageTopic.Promises;
}
