namespace Relais.Kernel.Messages;

/// <summary>Somebody to write to, as known at the moment of sending.</summary>
public sealed record Recipient
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>In international form: +33612345678.</summary>
    public string? Mobile { get; init; }

    /// <summary>The name of a culture: fr-FR, en-GB.</summary>
    public string Language { get; init; } = "fr-FR";

    /// <summary>The channels that the person chose; the inbox is always there.</summary>
    public IReadOnlySet<Channel> Wanted { get; init; } = new HashSet<Channel> { Channel.Email, Channel.Inbox };

    /// <summary>The channels from which the person unsubscribed: no notice goes there.</summary>
    public IReadOnlySet<Channel> Stopped { get; init; } = new HashSet<Channel>();

    /// <summary>The sorts of messages that are not to come by a channel.</summary>
    public IReadOnlySet<(MessageTopic Topic, Channel Channel)> Refused { get; init; } = new HashSet<(MessageTopic, Channel)>();

    public QuietWeek? Quiet { get; init; }

    /// <summary>Accepts what cannot wait for the morning (see <see cref="Letter.IsUrgent"/>) during the quiet hours.</summary>
    public bool WakesWhenUrgent { get; init; }
}

/// <summary>Knows who people are and how they want to be reached. The room of accounts answers.</summary>
public interface IRecipientDirectory
{
    /// <returns>Those of the people that exist, by id.</returns>
    Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation);

    /// <summary>No notice goes to this person by this channel any more. Saying it twice changes nothing.</summary>
    Task StopAsync(Guid personId, Channel channel, CancellationToken cancellation);
}
