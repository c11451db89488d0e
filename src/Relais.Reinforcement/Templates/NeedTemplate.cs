using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Templates;

/// <summary>What an establishment asks for often: « IDE réa nuit ».</summary>
internal sealed class NeedTemplate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Finess Finess { get; init; }

    public required string Name { get; set; }

    public required ProfessionUnit Cell { get; set; }

    public required int Level { get; set; }

    public required int HeadCount { get; set; }

    public required TimeOnly Starts { get; set; }

    /// <summary>At or before <see cref="Starts"/>: the next day.</summary>
    public required TimeOnly Ends { get; set; }

    public required int BreakMinutes { get; set; }

    public required string Site { get; set; }

    public required string Reason { get; set; }

    public required PayBasis PayBasis { get; set; }

    public int? HourlyCents { get; set; }

    public required bool Lodging { get; set; }

    public required string ContactName { get; set; }

    public required string ContactPhone { get; set; }

    public required string Instructions { get; set; }

    public required Filling Filling { get; set; }

    public bool AcceptsSubstitutes { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NeedTemplate>
    {
        public void Configure(EntityTypeBuilder<NeedTemplate> template)
        {
            template.HasKey(t => t.Id);
            template.Property(t => t.Cell).HasConversion(cell => cell.Code, code => ProfessionUnit.Find(code)!);
        }
    }
}
