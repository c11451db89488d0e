using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;

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

    private void Apply(MissionTerms terms)
    {
        (StartsAt, EndsAt) = (terms.When.Start, terms.When.End);
        (TimeZone, BreakMinutes, Site) = (terms.TimeZone, terms.BreakMinutes, terms.Site);
        (ContactName, ContactPhone, Instructions) = (terms.ContactName, terms.ContactPhone, terms.Instructions);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Mission>
    {
        public void Configure(EntityTypeBuilder<Mission> mission) => mission.HasKey(m => m.Id);
    }
}
