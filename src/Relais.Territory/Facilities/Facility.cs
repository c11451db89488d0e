using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Facilities;

internal enum FacilityKind
{
    /// <summary>The legal entity (EJ).</summary>
    Entity,

    /// <summary>A place where care is given (ET), which belongs to an entity.</summary>
    Site,
}

internal sealed class Facility
{
    public required Finess Number { get; init; }

    public required Finess Entity { get; init; }

    public required FacilityKind Kind { get; init; }

    public required string Name { get; set; }

    public required string SearchKey { get; set; }

    /// <summary>Code of TRE_R66: 355 hospital, 500 EHPAD, 603 MSP…</summary>
    public required string Category { get; set; }

    public required CommuneCode CommuneCode { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    /// <summary>Who says so: the register, a person, the demonstration.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Facility>
    {
        public void Configure(EntityTypeBuilder<Facility> facility) => facility.HasKey(f => f.Number);
    }
}
