using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;

namespace Relais.Missions.Calendar;

/// <summary>The address by which a person's own calendar reads their missions. Who has it reads them: it can be changed at any time.</summary>
internal sealed class CalendarFeed
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 28;

    public required PersonId PersonId { get; init; }

    public string Code { get; private set; } = RandomNumberGenerator.GetString(Alphabet, Length);

    public required DateTimeOffset OpenedAt { get; set; }

    public void ChangeAddress(DateTimeOffset now) => (Code, OpenedAt) = (RandomNumberGenerator.GetString(Alphabet, Length), now);

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> feed) => feed.HasKey(f => f.PersonId);
    }
}
