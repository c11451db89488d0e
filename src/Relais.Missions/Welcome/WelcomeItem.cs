using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;

namespace Relais.Missions.Welcome;

/// <summary>Something that an establishment has ready for those who come: a badge, a locker, somebody at the door.</summary>
internal sealed class WelcomeItem
{
    public const int MostCharacters = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Finess Finess { get; init; }

    public required string Label { get; init; }

    /// <summary>To be done for each person who comes; otherwise it is ready for everybody or for nobody.</summary>
    public required bool Each { get; init; }

    public required int Rank { get; init; }

    /// <summary>Since when it is ready for everybody.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    public PersonId? ReadyBy { get; private set; }

    public DateTimeOffset? RetiredAt { get; set; }

    /// <exception cref="InvalidOperationException">It is done for each person, never for all.</exception>
    public void Mark(bool isReady, PersonId by, DateTimeOffset now)
    {
        if (Each)
        {
            throw new InvalidOperationException("What is done for each person is not ready for all");
        }

        (ReadyAt, ReadyBy) = isReady ? (now, by) : ((DateTimeOffset?)null, (PersonId?)null);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WelcomeItem>
    {
        public void Configure(EntityTypeBuilder<WelcomeItem> item) => item.HasKey(i => i.Id);
    }
}

/// <summary>Done for one person who comes.</summary>
internal sealed class WelcomeDone
{
    public required MissionId MissionId { get; init; }

    public required Guid ItemId { get; init; }

    public required DateTimeOffset DoneAt { get; init; }

    public required PersonId DoneBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WelcomeDone>
    {
        public void Configure(EntityTypeBuilder<WelcomeDone> done) => done.HasKey(d => new { d.MissionId, d.ItemId });
    }
}
