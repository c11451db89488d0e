namespace Relais.Kernel.Messages;

/// <summary>
/// A message as it is stored: ids and nothing else. A record whose properties are ids, numbers, dates and enumerations;
/// text is refused when the program starts.
/// </summary>
public interface IMessage
{
    /// <summary>The name under which the message is stored. It outlives renamed classes, so it never changes.</summary>
    static abstract string Template { get; }

    static abstract MessageNature Nature { get; }

    /// <summary>As what the person chooses how to get it.</summary>
    static abstract MessageTopic Topic { get; }

    /// <summary>The channels for which there is a text. Each is one row; those that the person did not ask for are not sent.</summary>
    static abstract IReadOnlyList<Channel> Channels { get; }
}

/// <summary>Writes one kind of message, at the moment of sending and in the language of the person.</summary>
public interface IMessageTemplate<in TMessage>
    where TMessage : IMessage
{
    /// <returns>The letter, or nothing when what it would say is no longer true: it is then cancelled.</returns>
    Task<Letter?> RenderAsync(TMessage message, MessageContext context, CancellationToken cancellation);
}

/// <param name="MessageId">The row of the outbox.</param>
/// <param name="Channel">Where the letter is to be read.</param>
/// <param name="Recipient">Who reads it.</param>
public sealed record MessageContext(Guid MessageId, Channel Channel, Recipient Recipient);

/// <summary>What a message is about (a need, an offer): the handle by which its room cancels it or asks what became of it.</summary>
public readonly record struct MessageSubject(string Kind, Guid Id);
