using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Registers.Professionals;

/// <summary>A way in which a person practises, as the register says it.</summary>
internal sealed class RppsLine
{
    public required string Number { get; init; }

    public required string Profession { get; init; }

    public required string Category { get; init; }

    /// <summary>Empty for those who have none.</summary>
    public required string Skill { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    /// <summary>The import that last said so.</summary>
    public required int Run { get; init; }

    public DateOnly? MissingSince { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RppsLine>
    {
        public void Configure(EntityTypeBuilder<RppsLine> line) => line.HasKey(l => new { l.Number, l.Profession, l.Category, l.Skill });
    }
}
