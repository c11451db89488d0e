using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

public class WishesTests(PostgresServer postgres)
{
    private static readonly QuietWeek Night = QuietWeek.EveryDay(new TimeOnly(21, 0), new TimeOnly(7, 30), "Europe/Paris");

    [Theory]
    [InlineData("2026-07-14T18:59:00Z", null)]
    [InlineData("2026-07-14T19:00:00Z", "2026-07-15T05:30:00Z")]
    [InlineData("2026-07-14T23:00:00Z", "2026-07-15T05:30:00Z")]
    [InlineData("2026-07-15T05:30:00Z", null)]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T06:30:00Z")] // The clocks go back that night.
    public void Quiet_hours_end_in_the_morning_where_the_person_lives(string now, string? end) =>
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end, null), Night.EndIfWithin(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Quiet_hours_that_end_where_they_begin_are_none() =>
        Assert.Null(QuietWeek.EveryDay(TimeOnly.MinValue, TimeOnly.MinValue, "Europe/Paris").EndIfWithin(DateTimeOffset.UnixEpoch));

    [Fact]
    public void Quiet_hours_that_end_in_the_hour_that_does_not_exist_end_an_hour_later() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero),
            QuietWeek.EveryDay(new TimeOnly(22, 0), new TimeOnly(2, 30), "Europe/Paris").EndIfWithin(new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.Zero)));

    [Theory, OnEveryEngine]
    public async Task A_notice_waits_for_the_morning_and_a_sign_in_link_does_not(Engine engine)
    {
        var post = new Post();
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 7, 14, 20, 0, 0, TimeSpan.Zero));
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                post.AddTo(services);
            },
            PostOffice.Settings(server));
        var person = post.AddPerson(change: person => person with { Quiet = Night });

        await node.SendAsync(outbox =>
        {
            outbox.Add(person, new Invitation(1));
            outbox.Add(person, new SignInLink(2));
        });

        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Exists(message => message.LastError is "quiet-hours"), "the notice does not wait");
        await Eventually.TrueAsync(() => server.Taken.Count is 1, "the sign-in link waits");
        var waiting = Assert.Single(await node.MessagesAsync(), message => message.State is MessageState.Waiting);
        Assert.Equal((new DateTimeOffset(2026, 7, 15, 5, 30, 0, TimeSpan.Zero), 0), (waiting.NotBefore, waiting.Attempts));

        clock.Set(waiting.NotBefore);

        await Eventually.TrueAsync(() => server.Taken.Count is 2, "the notice still waits in the morning");
    }

    [Theory, OnEveryEngine]
    public async Task What_a_person_cannot_or_does_not_want_to_get_is_not_sent(Engine engine)
    {
        var post = new Post();
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var nowhere = post.AddPerson(change: person => person with { Email = null });
        var broken = post.AddPerson(change: person => person with { Email = "ana>@exemple.fr" });
        var unwilling = post.AddPerson(change: person => person with { Wanted = new HashSet<Channel> { Channel.Inbox } });
        var stopped = post.AddPerson(change: person => person with { Stopped = new HashSet<Channel> { Channel.Email } });
        var gone = Guid.CreateVersion7();

        await node.SendAsync(outbox =>
        {
            foreach (var person in new[] { nowhere, broken, unwilling, stopped, gone })
            {
                outbox.Add(person, new Invitation(1));
            }

            outbox.Add(stopped, new SignInLink(1));
        });

        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).TrueForAll(message => message.State is not (MessageState.Waiting or MessageState.Sending)), "some wait");
        var fates = (await node.MessagesAsync()).ToDictionary(message => (message.PersonId, message.Template), message => (message.State, message.LastError));
        Assert.Equal((MessageState.Suppressed, "no-address"), fates[(nowhere, "invitation")]);
        Assert.Equal((MessageState.Suppressed, "no-address"), fates[(broken, "invitation")]);
        Assert.Equal((MessageState.Suppressed, "not-wanted"), fates[(unwilling, "invitation")]);
        Assert.Equal((MessageState.Suppressed, "stopped"), fates[(stopped, "invitation")]);
        Assert.Equal((MessageState.Suppressed, "no-such-person"), fates[(gone, "invitation")]);
        Assert.Equal((MessageState.Sent, null), fates[(stopped, "sign-in-link")]);
    }

    [Theory, OnEveryEngine]
    public async Task The_inbox_shows_what_is_still_true_and_what_was_not_read(Engine engine)
    {
        var post = new Post();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo);
        var (ana, bob) = (post.AddPerson(), post.AddPerson("bob"));
        await node.SendAsync(outbox =>
        {
            outbox.Add(ana, new Invitation(1));
            outbox.Add(ana, new Invitation(2));
            outbox.Add(ana, new Invitation(3), notBefore: DateTimeOffset.UtcNow.AddMinutes(10));
            outbox.Add(bob, new Invitation(4));
        });
        post.Write = number => number is 2 ? null : Letter.About($"Invitation {number}").Say("Bonjour").Act("Voir", new Uri("https://relais.exemple.fr/o/1"));
        await using var scope = node.Services.CreateAsyncScope();
        var inbox = scope.ServiceProvider.GetRequiredService<Inbox>();

        var entries = await inbox.ListAsync(ana, skip: 0, 10, TestContext.Current.CancellationToken);
        Assert.Equal([null, "Invitation 1"], entries.Select(e => e.Letter?.Subject));
        var entry = entries[1];
        Assert.Null(entry.ReadAt);
        Assert.Equal(2, await inbox.CountUnreadAsync(ana, TestContext.Current.CancellationToken));

        Assert.Equal(0, await inbox.MarkReadAsync(bob, entry.Id, TestContext.Current.CancellationToken));
        Assert.Equal(1, await inbox.MarkReadAsync(ana, entry.Id, TestContext.Current.CancellationToken));

        Assert.NotNull((await inbox.ListAsync(ana, skip: 1, 10, TestContext.Current.CancellationToken))[0].ReadAt);
        Assert.Equal(1, await inbox.MarkAllReadAsync(ana, TestContext.Current.CancellationToken));
        Assert.Equal((0, 1), (await inbox.CountUnreadAsync(ana, TestContext.Current.CancellationToken), await inbox.CountUnreadAsync(bob, TestContext.Current.CancellationToken)));
    }
}
