using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Missions.Contracts;

namespace Relais.Missions.Owed;

/// <summary>A sum that a person is owed for a mission, as it was worth on its day. Rates that change later leave it as it is.</summary>
internal sealed class Due
{
    public const string Euro = "EUR";

    private readonly List<DuePart> _parts = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required MissionId MissionId { get; init; }

    public required DueKind Kind { get; init; }

    /// <summary>What an added sum is for, in the words of the establishment.</summary>
    public required string Label { get; init; }

    public required Payer Payer { get; init; }

    /// <summary>Gross; none while no text gives a rate.</summary>
    public int? Cents { get; private set; }

    public required string Currency { get; init; }

    /// <summary>The text that gives the rate.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The day by which it should be there.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    public required DateTimeOffset StatedAt { get; init; }

    /// <summary>The day of payment, on the clocks of the place.</summary>
    public DateOnly? PaidOn { get; private set; }

    public DateTimeOffset? PaidNotedAt { get; private set; }

    /// <summary>How the sum is made, where it is made of hours.</summary>
    public IReadOnlyList<DuePart> Parts { get => _parts; init => _parts = [.. value]; }

    public void State(int cents, string reference, DateOnly expectedOn) => (Cents, Reference, ExpectedOn) = (cents, reference, expectedOn);

    public void Expect(DateOnly on) => ExpectedOn = on;

    public void Pay(DateOnly on, DateTimeOffset now) => (PaidOn, PaidNotedAt) = (on, now);

    public void TakePaymentBack() => (PaidOn, PaidNotedAt) = (null, null);

    public DueState StateOn(DateOnly today, bool isContested) =>
        isContested ? DueState.Contested
        : PaidOn is not null ? DueState.Paid
        : Kind is DueKind.Unpaid ? DueState.Nothing
        : Cents is null ? DueState.NoRate
        : ExpectedOn < today ? DueState.Late
        : DueState.Expected;

    internal sealed class Mapping : IEntityTypeConfiguration<Due>
    {
        public void Configure(EntityTypeBuilder<Due> due)
        {
            due.HasKey(d => d.Id);
            due.Property(d => d.Kind).HasConversion<string>();
            due.Property(d => d.Payer).HasConversion<string>();
            due.HasMany(d => d.Parts).WithOne().HasForeignKey(part => part.DueId);
        }
    }
}

/// <summary>Minutes at one hourly rate.</summary>
internal sealed class DuePart
{
    public Guid DueId { get; init; }

    public required int Number { get; init; }

    public required int Minutes { get; init; }

    public required int HourlyCents { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DuePart>
    {
        public void Configure(EntityTypeBuilder<DuePart> part) => part.HasKey(p => new { p.DueId, p.Number });
    }
}

internal enum DueKind
{
    /// <summary>The hours of the mission, at the rates of their day.</summary>
    Hours,

    /// <summary>A mission that was said to be unpaid: nothing is owed for its hours.</summary>
    Unpaid,

    /// <summary>Hours for which no text gives a rate: the establishment says what is paid.</summary>
    NoRate,

    /// <summary>What the establishment owes besides: a journey, a meal, a correction.</summary>
    Added,
}

internal enum DueState
{
    Expected,
    Late,
    Paid,
    Contested,
    NoRate,
    Nothing,
}
