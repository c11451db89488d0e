using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Messages;

public enum MessageState
{
    Waiting,

    /// <summary>In the hands of a worker.</summary>
    Sending,
    Sent,

    /// <summary>The provider refused it for good, or for too long.</summary>
    Failed,

    /// <summary>Was no longer true when its turn came.</summary>
    Cancelled,

    /// <summary>The person has no such address, or does not want this.</summary>
    Suppressed,
}

internal sealed class Message : IQueued
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Template { get; init; }

    public required string Ids { get; init; }

    public required Guid PersonId { get; init; }

    public required Channel Channel { get; init; }

    public string? AboutKind { get; init; }

    public Guid? AboutId { get; init; }

    public string? OnceKey { get; init; }

    /// <summary>Small goes first: a sign-in link does not wait behind ten thousand invitations.</summary>
    public required int Priority { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required MessageState State { get; init; }

    public int Attempts { get; init; }

    public Guid? LeaseToken { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>What the provider calls it: to ask where it went.</summary>
    public string? ProviderId { get; init; }

    /// <summary>How many parts an SMS was sent in.</summary>
    public int? Parts { get; init; }

    /// <summary>When the provider said that it had arrived.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why the provider, who had taken it, could not deliver it.</summary>
    public string? DeliveryError { get; init; }

    /// <summary>A code; a provider's sentence may hold an address.</summary>
    public string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    QueueName IQueued.Queue => QueueName.Message;

    internal sealed class Mapping : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> message) => message.HasKey(m => m.Id);
    }
}
