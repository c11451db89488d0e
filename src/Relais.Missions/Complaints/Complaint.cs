using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Missions.Owed;

namespace Relais.Missions.Complaints;

/// <summary>What a person says is wrong with a sum, and what the establishment or a coordinator answered.</summary>
internal sealed class Complaint
{
    public const int MostCharacters = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DueId { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public string? Answer { get; private set; }

    public AccountId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsWaiting => AnsweredAt is null;

    public void AnswerWith(string words, AccountId by, DateTimeOffset now) => (Answer, AnsweredBy, AnsweredAt) = (words, by, now);

    internal sealed class Mapping : IEntityTypeConfiguration<Complaint>
    {
        public void Configure(EntityTypeBuilder<Complaint> complaint)
        {
            complaint.HasKey(c => c.Id);
            complaint.Ignore(c => c.IsWaiting);
            complaint.HasOne<Due>().WithMany().HasForeignKey(c => c.DueId);
        }
    }
}
