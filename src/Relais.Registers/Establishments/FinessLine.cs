using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Relais.Registers.Establishments;

/// <summary>An establishment or a legal entity, as the register says it.</summary>
internal sealed class FinessLine
{
    public required string Number { get; init; }

    public required string Entity { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    /// <summary>Empty where the extract has none that can be read, as are address and telephone.</summary>
    public required string Commune { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    /// <summary>The day, as 2026-03-09; empty while it is open.</summary>
    public required string ClosedOn { get; init; }

    /// <summary>The import that last said so.</summary>
    public required int Run { get; init; }

    public DateOnly? MissingSince { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FinessLine>
    {
        public void Configure(EntityTypeBuilder<FinessLine> line) => line.HasKey(l => l.Number);
    }
}
