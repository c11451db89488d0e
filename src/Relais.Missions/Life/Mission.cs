using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;

namespace Relais.Missions.Life;

/// <summary>One person is expected in one place at given hours.</summary>
internal sealed class Mission
{
    public MissionId Id { get; init; } = MissionId.New();

    public required string OriginRoom { get; init; }

    public required Guid OriginId { get; init; }

    public required PersonId PersonId { get; init; }

    public required Finess Finess { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    public required string Task { get; init; }

    public string Site { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public string TimeZone { get; private set; } = "";

    public int BreakMinutes { get; private set; }

    public string ContactName { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    public string Instructions { get; private set; } = "";

    /// <summary>Rises with every change of terms, for calendars that hold an older one.</summary>
    public int Revision { get; private set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? CalledOffAt { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    public Side? ArrivalTold { get; private set; }

    /// <summary>When the establishment said that the person had not come; the mission is called off with it.</summary>
    public DateTimeOffset? AbsentAt { get; private set; }

    /// <summary>When the establishment said that the absence was excused.</summary>
    public DateTimeOffset? ExcusedAt { get; private set; }

    public MissionOrigin Origin => new(OriginRoom, OriginId);

    /// <summary>The hours to tell when nothing came otherwise.</summary>
    public ToldHours Planned => new(new Interval(StartsAt, EndsAt), BreakMinutes);

    /// <summary>On which day it begins, on the clocks of the place.</summary>
    public DateOnly Day => DayOf(StartsAt);

    public static Mission Open(NewMission mission, DateTimeOffset now)
    {
        var opened = new Mission
        {
            OriginRoom = mission.Origin.Room,
            OriginId = mission.Origin.Id,
            PersonId = mission.Person,
            Finess = mission.Finess,
            CommuneCode = mission.Commune,
            Task = mission.Task,
            OpenedAt = now,
        };
        opened.Apply(mission.Terms);
        return opened;
    }

    /// <summary>Which day it is at the place.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    public void Change(MissionTerms terms)
    {
        Apply(terms);
        Revision++;
    }

    public void CallOff(DateTimeOffset now)
    {
        CalledOffAt ??= now;
        Revision++;
    }

    public void Arrive(Side told, DateTimeOffset now) => (ArrivedAt, ArrivalTold) = (now, told);

    public void Miss(DateTimeOffset now)
    {
        AbsentAt = now;
        CallOff(now);
    }

    public void Excuse(DateTimeOffset? at) => ExcusedAt = at;

    public void ComeAfterAll(DateTimeOffset now)
    {
        (AbsentAt, ExcusedAt, CalledOffAt) = (null, null, null);
        Revision++;
        if (now < EndsAt)
        {
            Arrive(Side.Host, now);
        }
    }

    private void Apply(MissionTerms terms)
    {
        (StartsAt, EndsAt) = (terms.When.Start, terms.When.End);
        (TimeZone, BreakMinutes, Site) = (terms.TimeZone, terms.BreakMinutes, terms.Site);
        (ContactName, ContactPhone, Instructions) = (terms.ContactName, terms.ContactPhone, terms.Instructions);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Mission>
    {
        public void Configure(EntityTypeBuilder<Mission> mission)
        {
            mission.HasKey(m => m.Id);
            mission.Ignore(m => m.Planned);
            mission.Ignore(m => m.Day);
            mission.Ignore(m => m.Origin);
        }
    }
}
