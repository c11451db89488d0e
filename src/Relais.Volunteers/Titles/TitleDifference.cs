using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Volunteers.Titles;

/// <summary>A difference between a verified title and the register that a person was asked to look at: the same is not shown twice.</summary>
internal sealed class TitleDifference
{
    public required Guid TitleId { get; init; }

    public required Agreement Kind { get; set; }

    public required string Said { get; set; }

    public required DateTimeOffset FoundAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TitleDifference>
    {
        public void Configure(EntityTypeBuilder<TitleDifference> difference) => difference.HasKey(d => d.TitleId);
    }
}
