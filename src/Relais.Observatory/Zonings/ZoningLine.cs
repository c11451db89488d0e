using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Zonings;

/// <summary>The zone that an authority put a commune in, for a profession.</summary>
internal sealed class ZoningLine
{
    public required Guid DatasetId { get; init; }

    public required CareProfession Profession { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    /// <summary>As the file says it, without the number that sorts it: ZIP, ZAC, « Très sous dotée ».</summary>
    public required string Zone { get; init; }

    /// <summary>The day of the order, where the file has it.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The name of a zoning of its own (« Zones rouges »); nothing for that of the profession.</summary>
    public string? Zoning { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ZoningLine>
    {
        public void Configure(EntityTypeBuilder<ZoningLine> line) => line.HasKey(l => new { l.DatasetId, l.Profession, l.CommuneCode });
    }
}
