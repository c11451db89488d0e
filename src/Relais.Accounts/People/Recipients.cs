using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;

namespace Relais.Accounts.People;

/// <summary>Who people are, to whoever writes to them: only proved addresses, in their language, as they wish.</summary>
internal sealed class Recipients(RelaisDb db, IPeople directory, TimeProvider clock) : IRecipientDirectory
{
    public async Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var ids = people.Select(id => new PersonId(id)).ToList();
        var persons = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellation);
        var wishes = await db.Set<ContactWishes>().AsNoTracking().Where(w => ids.Contains(w.PersonId)).ToDictionaryAsync(w => w.PersonId, cancellation);
        var addresses = (await db.Set<ContactAddress>().AsNoTracking()
            .Where(address => ids.Contains(address.PersonId) && address.VerifiedAt != null)
            .OrderBy(address => address.Id)
            .ToListAsync(cancellation)).ToLookup(address => (address.PersonId, address.Kind), address => address.Value);

        var refused = (await db.Set<RefusedTopic>().AsNoTracking().Where(one => ids.Contains(one.PersonId)).ToListAsync(cancellation)).ToLookup(one => one.PersonId);

        return persons.ToDictionary(person => person.Id.Value, person => Describe(
            person,
            addresses[(person.Id, AddressKind.Email)].FirstOrDefault(),
            addresses[(person.Id, AddressKind.Mobile)].FirstOrDefault(),
            wishes.GetValueOrDefault(person.Id) ?? new ContactWishes { PersonId = person.Id },
            refused[person.Id]));
    }

    public async Task StopAsync(Guid personId, Channel channel, CancellationToken cancellation)
    {
        var person = await directory.FollowAsync(new PersonId(personId), cancellation);
        var wishes = await db.OpenWishesOfAsync(person, cancellation);
        var now = clock.GetUtcNow();
        wishes.EmailStoppedAt ??= channel is Channel.Email ? now : null;
        wishes.SmsStoppedAt ??= channel is Channel.Sms ? now : null;
        await db.SaveChangesAsync(cancellation);
    }

    private static Recipient Describe(Person person, string? email, string? mobile, ContactWishes wishes, IEnumerable<RefusedTopic> refused) => new()
    {
        PersonId = person.Id.Value,
        Name = person.FullName,
        Email = email,
        Mobile = mobile,
        Language = person.Language is "en" ? "en-GB" : "fr-FR",
        Wanted = Channels((Channel.Inbox, true), (Channel.Email, wishes.WantsEmail), (Channel.Sms, wishes.WantsSms)),
        Stopped = Channels((Channel.Email, wishes.EmailStoppedAt is not null), (Channel.Sms, wishes.SmsStoppedAt is not null)),
        Refused = refused.Select(one => (one.Topic, one.Channel)).ToHashSet(),
        Quiet = wishes.Quiet,
        WakesWhenUrgent = wishes.WakesWhenUrgent,
    };

    private static HashSet<Channel> Channels(params ReadOnlySpan<(Channel Channel, bool Is)> choices)
    {
        var chosen = new HashSet<Channel>();
        foreach (var (channel, isChosen) in choices)
        {
            if (isChosen)
            {
                chosen.Add(channel);
            }
        }

        return chosen;
    }
}
