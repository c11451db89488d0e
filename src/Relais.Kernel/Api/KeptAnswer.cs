using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Kernel.Api;

/// <summary>What was answered to a request that carried an idempotency key; without an answer yet while it runs.</summary>
internal sealed class KeptAnswer
{
    /// <summary>The account, or « visitor »: a key means nothing to others.</summary>
    public required string Owner { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of method, address and body.</summary>
    public required string Request { get; init; }

    public required DateTimeOffset StartedAt { get; set; }

    public int? Status { get; set; }

    public string? MediaType { get; set; }

    public string? Location { get; set; }

    public byte[]? Body { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeptAnswer>
    {
        public void Configure(EntityTypeBuilder<KeptAnswer> answer) => answer.HasKey(a => new { a.Owner, a.Key });
    }
}
