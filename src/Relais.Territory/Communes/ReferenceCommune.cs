using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Communes;

internal sealed class ReferenceCommune
{
    public required CommuneCode Code { get; init; }

    public required string Name { get; init; }

    public required string DepartmentCode { get; init; }

    public required string RegionCode { get; init; }

    public Siren? EpciCode { get; init; }

    /// <summary>Separated by spaces.</summary>
    public required string PostalCodes { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public int? Altitude { get; init; }

    public required CoordinateQuality CoordinateQuality { get; init; }

    public string? CoordinateSource { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReferenceCommune>
    {
        public void Configure(EntityTypeBuilder<ReferenceCommune> commune) => commune.HasKey(c => c.Code);
    }
}

internal sealed class ReferenceFormerCommune
{
    public required CommuneCode Code { get; init; }

    public string? Name { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReferenceFormerCommune>
    {
        public void Configure(EntityTypeBuilder<ReferenceFormerCommune> former) => former.HasKey(f => f.Code);
    }
}
