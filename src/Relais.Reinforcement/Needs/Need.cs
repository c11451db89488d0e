using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>A shift of so many people that an establishment asks to have filled.</summary>
internal sealed class Need
{
    public NeedId Id { get; init; } = NeedId.New();

    public required Finess Finess { get; init; }

    public required CommuneCode CommuneCode { get; init; }

    /// <summary>Where exactly: building, floor, door.</summary>
    public required string Site { get; set; }

    public required ProfessionUnit Cell { get; init; }

    /// <summary>The least level of verification of those who are asked, 0 to 4.</summary>
    public required int Level { get; set; }

    public required int HeadCount { get; set; }

    public required DateTimeOffset StartsAt { get; set; }

    public required DateTimeOffset EndsAt { get; set; }

    public required string TimeZone { get; init; }

    public required int BreakMinutes { get; set; }

    public required string Reason { get; set; }

    public required Urgency Urgency { get; set; }

    public required PayBasis PayBasis { get; init; }

    /// <summary>Gross euro cents an hour, for a contract only.</summary>
    public int? HourlyCents { get; init; }

    public required bool Lodging { get; set; }

    public required string ContactName { get; set; }

    public required string ContactPhone { get; set; }

    public required string Instructions { get; set; }

    public required Filling Filling { get; init; }

    /// <summary>People of another profession whose diploma permits it may hold a place too.</summary>
    public bool AcceptsSubstitutes { get; init; }

    public NeedState State { get; set; } = NeedState.Draft;

    /// <summary>Rises with every change that concerns those who were asked: an answer to an older version is asked again.</summary>
    public int Version { get; set; } = 1;

    public int Wave { get; set; }

    public DateTimeOffset? NextWaveAt { get; set; }

    /// <summary>How many could still be asked after the last wave; nothing before the first.</summary>
    public int? StillAskable { get; set; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The series of which it is a date, if any.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>The date that the series gave it, whatever day it was moved to since.</summary>
    public DateOnly? SeriesDay { get; private set; }

    /// <summary>A date that was changed by itself stays as it is when the series changes.</summary>
    public bool ChangedAlone { get; set; }

    /// <summary>When this draft is published by itself; none for one that waits for its manager.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>Until when somebody is still looked for once the shift has begun: a place that was held came free late.</summary>
    public DateTimeOffset? LateUntil { get; set; }

    /// <summary>From then on nobody is asked, and a yes comes too late.</summary>
    public DateTimeOffset AsksUntil => LateUntil ?? StartsAt;

    /// <summary>Where it lies, for the rights over it.</summary>
    public Resource Place => new() { Finess = Finess.Value, Commune = CommuneCode.Value };

    /// <summary>Makes a draft one of the dates of a series.</summary>
    public void Join(Guid series, DateOnly day, DateTimeOffset publishAt) => (SeriesId, SeriesDay, PublishAt) = (series, day, publishAt);

    internal sealed class Mapping : IEntityTypeConfiguration<Need>
    {
        public void Configure(EntityTypeBuilder<Need> need)
        {
            need.HasKey(n => n.Id);
            need.Ignore(n => n.AsksUntil);
            need.Property(n => n.Id).HasConversion(id => id.Value, value => new NeedId(value));
            need.Property(n => n.Cell).HasConversion(cell => cell.Code, code => ProfessionUnit.Find(code)!);
        }
    }
}
