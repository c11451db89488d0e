using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Missions.Contracts;

namespace Relais.Missions.Appraisal;

/// <summary>An establishment thanks who came.</summary>
internal sealed class Thanks
{
    public const int MostCharacters = 300;

    public required MissionId MissionId { get; init; }

    /// <summary>Empty when the thanks go without words.</summary>
    public required string Words { get; set; }

    public required DateTimeOffset GivenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Thanks>
    {
        public void Configure(EntityTypeBuilder<Thanks> thanks) => thanks.HasKey(t => t.MissionId);
    }
}
