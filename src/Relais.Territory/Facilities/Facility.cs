using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Territory.Differences;

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

    public required Finess Entity { get; set; }

    public required FacilityKind Kind { get; set; }

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

    /// <summary>Has it say these things; what closes it keeps the moment since when it was closed.</summary>
    public void Say(FacilityFacts facts, DateTimeOffset now)
    {
        (Name, Address, Category) = (facts.Name, facts.Address, facts.Category);
        (CommuneCode, Entity) = (CommuneCode.Stored(facts.Commune), Finess.Stored(facts.Entity));
        Kind = Entity == Number ? FacilityKind.Entity : FacilityKind.Site;
        SearchKey = KeyOf(Name, Number);
        ClosedAt = facts.Presence is Presence.Open ? null : ClosedAt ?? now;
    }

    public static string KeyOf(string name, Finess number) => Kernel.Text.SearchKey.From(name, number.Value);

    internal sealed class Mapping : IEntityTypeConfiguration<Facility>
    {
        public void Configure(EntityTypeBuilder<Facility> facility) => facility.HasKey(f => f.Number);
    }
}
