using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Identifiers;

namespace Relais.Territory.Differences;

internal enum DifferenceState
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>Relais says what the register says.</summary>
    Taken,

    /// <summary>Relais keeps what it had, for the reason given.</summary>
    Kept,
}

/// <summary>An establishment of which the register says something else, and what a person decided.</summary>
internal sealed class FacilityDifference
{
    public required Finess Number { get; init; }

    /// <summary>What Relais had when the difference was found.</summary>
    public required FacilityFacts Ours { get; set; }

    public required FacilityFacts Theirs { get; set; }

    /// <summary>The register has it closed or absent: what is read first.</summary>
    public required bool IsOver { get; set; }

    /// <summary>The day that the extract describes.</summary>
    public required DateOnly Vintage { get; set; }

    public required DateTimeOffset FoundAt { get; set; }

    public DifferenceState State { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Grows with each change, so that nobody decides about what they did not read.</summary>
    public int Revision { get; private set; } = 1;

    public IReadOnlyList<Fact> Facts => FacilityComparison.Between(Ours, Theirs);

    /// <summary>What was explained about something else is open again.</summary>
    public void Reopen(FacilityFacts ours, FacilityFacts theirs, DateOnly vintage, DateTimeOffset now)
    {
        (Ours, Theirs, IsOver, Vintage, FoundAt) = (ours, theirs, theirs.Presence is not Presence.Open, vintage, now);
        (State, Reason, DecidedAt, Revision) = (DifferenceState.Open, null, null, Revision + 1);
    }

    public void Take(DateTimeOffset now) => (State, Reason, DecidedAt, Revision) = (DifferenceState.Taken, null, now, Revision + 1);

    public void Keep(string reason, DateTimeOffset now) => (State, Reason, DecidedAt, Revision) = (DifferenceState.Kept, reason, now, Revision + 1);

    internal sealed class Mapping : IEntityTypeConfiguration<FacilityDifference>
    {
        public void Configure(EntityTypeBuilder<FacilityDifference> difference)
        {
            difference.HasKey(d => d.Number);
            difference.Ignore(d => d.Facts);
            difference.Property(d => d.Ours).HasConversion(facts => facts.Write(), text => FacilityFacts.Read(text));
            difference.Property(d => d.Theirs).HasConversion(facts => facts.Write(), text => FacilityFacts.Read(text));
        }
    }
}
