namespace Relais.Kernel.Messages;

/// <summary>Somebody to write to, as known at the moment of sending.</summary>
public sealed record Recipient
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>In international form: +33612345678.</summary>
    public string? Mobile { get; init; }

    /// <summary>The name of a culture: fr-FR, en-GB.</summary>
    public string Language { get; init; } = "fr-FR";

    /// <summary>The channels that the person chose; the inbox is always there.</summary>
    public IReadOnlySet<Channel> Wanted { get; init; } = new HashSet<Channel> { Channel.Email, Channel.Inbox };

    /// <summary>The channels from which the person unsubscribed: no notice goes there.</summary>
    public IReadOnlySet<Channel> Stopped { get; init; } = new HashSet<Channel>();

    public QuietHours? Quiet { get; init; }

    /// <summary>Accepts what cannot wait for the morning (see <see cref="Letter.IsUrgent"/>) during the quiet hours.</summary>
    public bool WakesWhenUrgent { get; init; }
}

/// <summary>The hours of the night, where the person lives, during which nothing rings.</summary>
/// <param name="From">Their beginning, included.</param>
/// <param name="To">Their end, excluded; the same as the beginning for no quiet hours at all.</param>
/// <param name="Zone">The IANA zone in which they are said: Europe/Paris, America/Guadeloupe.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    /// <returns>When the quiet hours in which <paramref name="now"/> falls end, or nothing when it falls in none.</returns>
    public DateTimeOffset? EndIfWithin(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        if (From == To || !time.IsBetween(From, To))
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local);
        var end = (time < To ? day : day.AddDays(1)).ToDateTime(To);

        // On the night when clocks go forward the hour may not exist: the first one that does is an hour later.
        var exists = zone.IsInvalidTime(end) ? end.AddHours(1) : end;
        return new DateTimeOffset(exists, zone.GetUtcOffset(exists)).ToUniversalTime();
    }
}

/// <summary>Knows who people are and how they want to be reached. The room of accounts answers.</summary>
public interface IRecipientDirectory
{
    /// <returns>Those of the people that exist, by id.</returns>
    Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation);

    /// <summary>No notice goes to this person by this channel any more. Saying it twice changes nothing.</summary>
    Task StopAsync(Guid personId, Channel channel, CancellationToken cancellation);
}
