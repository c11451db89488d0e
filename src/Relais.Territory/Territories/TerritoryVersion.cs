using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>A territory from a day until another: its name and its list of communes do not change in between.</summary>
internal sealed class TerritoryVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required TerritoryCode Code { get; init; }

    public required TerritoryKind Kind { get; init; }

    public required string Name { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first day on which this version no longer holds.</summary>
    public DateOnly? ValidTo { get; set; }

    public required string Source { get; init; }

    /// <summary>When somebody drew it; nothing for what comes with the reference data.</summary>
    public DateTimeOffset? DrawnAt { get; init; }

    /// <summary>Why it was drawn so, in the words of who drew it.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the territory is no more; nothing where a list only gave way to the next.</summary>
    public string? EndReason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TerritoryVersion>
    {
        public void Configure(EntityTypeBuilder<TerritoryVersion> version) => version.HasKey(v => v.Id);
    }
}

internal sealed class TerritoryCommune
{
    public required Guid VersionId { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TerritoryCommune>
    {
        public void Configure(EntityTypeBuilder<TerritoryCommune> member)
        {
            member.HasKey(m => new { m.VersionId, m.CommuneCode });
            member.HasOne<TerritoryVersion>().WithMany().HasForeignKey(m => m.VersionId);
        }
    }
}
