using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Sessions;

/// <summary>By what somebody came in.</summary>
internal enum SignInMeans
{
    Password,
    Link,
    Passkey,
    Registration,
}

/// <summary>A browser in which an account is signed in. The cookie names it; once it is closed, the cookie opens nothing.</summary>
internal sealed class Session
{
    /// <summary>How long a cookie lives without being used: what the person asked to keep, and what not.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(30);
    public static readonly TimeSpan Visit = TimeSpan.FromHours(12);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AccountId AccountId { get; init; }

    /// <summary>The browser and the system: « Firefox, Android ».</summary>
    public required string Device { get; init; }

    public required SignInMeans Means { get; init; }

    /// <summary>« Rester connecté sur cet appareil ».</summary>
    public required bool Stays { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To the hour: closer would be surveillance, and a write for each page.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether its cookie can still be used.</summary>
    public bool IsOpenAt(DateTimeOffset now) => ClosedAt is null && now < SeenAt.AddHours(1) + (Stays ? Stay : Visit);

    public static DateTimeOffset ToTheHour(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.HasKey(s => s.Id);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }
}
