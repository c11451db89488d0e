using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Kernel.Exercises;

/// <summary>A copy of an installation on which people train: all works as in the true one, and nothing leaves.</summary>
public sealed class Exercise
{
    internal int Id { get; init; } = 1;

    /// <summary>When the data was copied.</summary>
    public required DateTimeOffset DataFrom { get; init; }

    /// <summary>From then on it is not served any more, and is to be deleted.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Exercise>
    {
        public void Configure(EntityTypeBuilder<Exercise> exercise)
        {
            exercise.HasKey(e => e.Id);
            exercise.Property(e => e.Id).ValueGeneratedNever();
        }
    }
}
