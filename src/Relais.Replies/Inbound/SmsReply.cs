using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Replies.Reading;

namespace Relais.Replies.Inbound;

internal enum ReplyState
{
    /// <summary>Understood, and given its effect.</summary>
    Taken,

    /// <summary>A person has to read it.</summary>
    ToRead,

    /// <summary>A person has.</summary>
    Read,
}

/// <summary>What somebody answered, word for word.</summary>
internal sealed class SmsReply
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the provider calls it: a repeat is told apart by it.</summary>
    public required string ProviderId { get; init; }

    public required string Number { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required ReplyMeaning Meaning { get; init; }

    public ReplyState State { get; set; } = ReplyState.ToRead;

    public Guid? QuestionId { get; set; }

    /// <summary>What the person was told in return.</summary>
    public string? Echo { get; set; }

    public AccountId? ReadBy { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SmsReply>
    {
        public void Configure(EntityTypeBuilder<SmsReply> reply) => reply.HasKey(r => r.Id);
    }
}
