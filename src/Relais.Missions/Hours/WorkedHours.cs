using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Hours;

/// <summary>The hours of a mission as one side told them last.</summary>
internal sealed class WorkedHours
{
    public required MissionId MissionId { get; init; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public int BreakMinutes { get; private set; }

    public Side ToldBy { get; private set; }

    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>Rises each time a side tells other hours: who agrees says to which.</summary>
    public int Round { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    public ToldHours Told => new(new Interval(StartsAt, EndsAt), BreakMinutes);

    public int PaidMinutes => Told.PaidMinutes;

    public void Tell(Side by, ToldHours hours, DateTimeOffset now)
    {
        (StartsAt, EndsAt, BreakMinutes) = (hours.When.Start, hours.When.End, hours.BreakMinutes);
        (ToldBy, ToldAt, Round) = (by, now, Round + 1);
    }

    public void Agree(DateTimeOffset now) => AgreedAt = now;

    internal sealed class Mapping : IEntityTypeConfiguration<WorkedHours>
    {
        public void Configure(EntityTypeBuilder<WorkedHours> hours)
        {
            hours.HasKey(h => h.MissionId);
            hours.Ignore(h => h.Told);
            hours.Ignore(h => h.PaidMinutes);
        }
    }
}

/// <param name="When">From arrival to leaving.</param>
/// <param name="BreakMinutes">Unpaid break in it.</param>
internal readonly record struct ToldHours(Interval When, int BreakMinutes)
{
    public int PaidMinutes => (int)When.Length.TotalMinutes - BreakMinutes;
}
