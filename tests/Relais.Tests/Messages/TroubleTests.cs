using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

public class TroubleTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_refusal_for_now_is_tried_again_later_and_one_for_good_is_not(Engine engine)
    {
        var post = new Post();
        var clock = new SettableClock();
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                post.AddTo(services);
            },
            PostOffice.Settings(server));
        var (busy, nobody) = (post.AddPerson("busy"), post.AddPerson("nobody"));

        await node.SendAsync(outbox =>
        {
            outbox.Add(busy, new Invitation(1));
            outbox.Add(nobody, new Invitation(2));
        });

        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).TrueForAll(message => message.LastError is not null), "nothing is tried");
        var messages = (await node.MessagesAsync()).ToDictionary(message => message.PersonId);
        Assert.Equal((MessageState.Failed, "smtp-550-5.1.1"), (messages[nobody].State, messages[nobody].LastError));
        Assert.Equal((MessageState.Waiting, 1, "smtp-451-4.3.0"), (messages[busy].State, messages[busy].Attempts, messages[busy].LastError));
        Assert.True(messages[busy].NotBefore > clock.GetUtcNow());

        post.People[busy] = post.People[busy] with { Email = "ana@exemple.fr" };
        clock.Set(messages[busy].NotBefore);

        await Eventually.TrueAsync(() => server.Taken.Count is 1, "it is not tried again");
    }

    [Theory, OnEveryEngine]
    public async Task What_could_not_go_for_want_of_an_address_goes_once_there_is_one(Engine engine)
    {
        var post = new Post();
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var person = post.AddPerson(change: known => known with { Email = null });
        await node.SendAsync(outbox => outbox.Add(person, new Invitation(1)));
        await Eventually.TrueAsync(async () => Assert.Single(await node.MessagesAsync()).State is MessageState.Suppressed, "it was not put aside");

        post.People[person] = post.People[person] with { Email = "ana@exemple.fr" };
        Assert.Equal(0, await node.WithAsync((Outbox outbox) => outbox.SendHeldAsync(person, Channel.Sms, TestContext.Current.CancellationToken)));
        Assert.Equal(1, await node.WithAsync((Outbox outbox) => outbox.SendHeldAsync(person, Channel.Email, TestContext.Current.CancellationToken)));

        await Eventually.TrueAsync(() => server.Taken.Count is 1, "it did not go");
        Assert.Equal(0, await node.WithAsync((Outbox outbox) => outbox.SendHeldAsync(person, Channel.Email, TestContext.Current.CancellationToken)));
    }

    [Theory, OnEveryEngine]
    public async Task While_the_server_is_away_messages_wait_and_nothing_is_counted_against_them(Engine engine)
    {
        var post = new Post();
        var server = await SmtpServer.StartAsync();
        var settings = PostOffice.Settings(server);
        await server.DisposeAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, settings);
        var person = post.AddPerson();
        await node.SendAsync(outbox => outbox.Add(person, new Invitation(1)));
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Equal((MessageState.Waiting, 0), (await node.MessagesAsync()).Select(message => (message.State, message.Attempts)).Single());

        await using var back = await SmtpServer.StartAsync(new { port = server.Port });

        Assert.Equal(MessageState.Sent, (await node.EndingAsync()).State);
        Assert.Single(back.Taken);
    }

    [Theory, OnEveryEngine]
    public async Task A_template_that_fails_delays_its_own_message_only(Engine engine)
    {
        var post = new Post { Write = number => number is 1 ? throw new InvalidOperationException("Mme Le Goff") : Letter.About("Bonjour") };
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var (ana, bob) = (post.AddPerson(), post.AddPerson("bob"));

        await node.SendAsync(outbox =>
        {
            outbox.Add(ana, new Invitation(1));
            outbox.Add(bob, new Invitation(2));
        });

        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Exists(message => message.LastError is "template-InvalidOperationException"), "the failure is not recorded");
        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Exists(message => message.State is MessageState.Sent && message.PersonId == bob), "the other one waits");
    }

    [Theory, OnEveryEngine]
    public async Task A_worker_that_lost_its_lease_cannot_say_that_a_message_is_sent(Engine engine)
    {
        var post = new Post();
        using var rendering = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        post.Write = _ =>
        {
            rendering.Set();
            goOn.Wait(TimeSpan.FromSeconds(20));
            return Letter.About("Bonjour");
        };
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var person = post.AddPerson();
        await node.SendAsync(outbox => outbox.Add(person, new SignInLink(1)));
        Assert.True(rendering.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        var other = Guid.CreateVersion7();
        await node.SqlAsync($"UPDATE message SET lease_token = {other} WHERE state = 'Sending'");
        goOn.Set();

        await Eventually.TrueAsync(() => server.Taken.Count is 1, "the message does not leave");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var message = Assert.Single(await node.MessagesAsync());
        Assert.Equal((MessageState.Sending, other), (message.State, message.LeaseToken));
    }

    [Theory, OnEveryEngine]
    public async Task What_was_just_asked_for_goes_before_ten_hundred_invitations(Engine engine)
    {
        var post = new Post();
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var writer = installation.AddNode(post.AddTo);
        var person = post.AddPerson();
        await writer.SendAsync(outbox =>
        {
            for (var number = 0; number < 1000; number++)
            {
                outbox.Add(person, new Invitation(number));
            }
        });
        var link = DateTimeOffset.UtcNow;
        await writer.SendAsync(outbox => outbox.Add(person, new SignInLink(1)));

        _ = installation.AddNode(post.AddTo, PostOffice.Settings(server)).Services;

        await Eventually.TrueAsync(() => server.Taken.Count > 0, "nothing leaves");
        var first = Assert.Single(await writer.ReadAsync<Message>(message => message.Template == "sign-in-link"));
        Assert.Equal($"<{first.Id:N}@exemple.fr>", server.Taken[0]);
        Assert.True(first.CreatedAt >= link.AddSeconds(-1), link.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory, OnEveryEngine]
    public async Task Without_a_server_letters_and_texts_are_files_that_a_page_shows(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("relais-post-").FullName;
        var post = new Post();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, ("Mail:Folder", folder), ("Sms:Folder", folder), ("Demonstration", "true"));
        var person = post.AddPerson(change: person => person with { Wanted = new HashSet<Channel> { Channel.Email, Channel.Sms } });
        await node.SendAsync(outbox => outbox.Add(person, new Invitation(1)));
        var (mail, sms) = (await node.EndingAsync(), await node.EndingAsync(Channel.Sms));
        using var client = node.CreateClient();

        var list = await client.GetPageAsync("/courrier");
        var letter = await client.GetPageAsync($"/courrier/{mail.Id}");
        var text = await client.GetPageAsync($"/courrier/{sms.Id}");
        using var formatted = await client.GetAsync(new Uri($"/courrier/{mail.Id}/html", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Invitation 1", letter.QuerySelector("h1")!.TextContent);
        Assert.Equal("https://relais.exemple.fr/o/1", letter.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Equal("https://relais.exemple.fr/o/1", text.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Contains("sandbox", formatted.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
