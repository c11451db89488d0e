using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;
using Relais.Web.Mailbox;

namespace Relais.Tests.Messages;

public class SendingTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task Two_nodes_send_each_message_once_and_keep_the_evidence(Engine engine)
    {
        const int count = 100;
        var post = new Post();
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(post.AddTo, PostOffice.Settings(server)), installation.AddNode(post.AddTo, PostOffice.Settings(server))];
        _ = nodes[1].Services;
        var people = Enumerable.Range(0, 10).Select(_ => post.AddPerson()).ToList();

        await nodes[0].SendAsync(outbox =>
        {
            for (var number = 0; number < count; number++)
            {
                outbox.Add(people[number % 10], new Invitation(number));
            }
        });

        await Eventually.TrueAsync(async () => (await nodes[0].MessagesAsync()).TrueForAll(message => message.State is MessageState.Sent), "some messages still wait", 60);
        var sent = await nodes[0].MessagesAsync();
        Assert.Equal(sent.Select(message => $"<{message.Id:N}@exemple.fr>").Order(StringComparer.Ordinal), server.Taken.Order(StringComparer.Ordinal));
        Assert.All(sent, message => Assert.Equal((1, true, true), (message.Attempts, message.SentAt is not null, message.ProviderId!.Contains("OK", StringComparison.Ordinal))));
    }

    [Theory, OnEveryEngine]
    public async Task The_letter_is_written_at_sending_in_the_language_of_the_person(Engine engine)
    {
        var post = new Post { Write = _ => Letter.About(System.Globalization.CultureInfo.CurrentUICulture.Name).Facts(("Où", "Gourin")) };
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var person = post.AddPerson(change: person => person with { Language = "en-GB" });

        await node.SendAsync(outbox => outbox.Add(person, new Invitation(1)));
        var message = await node.EndingAsync();

        var read = EmlReader.Read(message.Id, await server.ReadAsync(1));
        Assert.Equal("en-GB", read.Subject);
        Assert.Contains("Où\u00a0: Gourin", read.Text, StringComparison.Ordinal);
        Assert.Contains("Stop receiving these messages by e-mail", read.Text, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\"", read.Html, StringComparison.Ordinal);
        Assert.Contains(read.Headers, header => header.Name is "List-Unsubscribe");
        Assert.Equal("""{"Number":1}""", message.Ids);
    }

    [Theory, OnEveryEngine]
    public async Task What_is_no_longer_true_is_not_sent(Engine engine)
    {
        var post = new Post { Write = _ => null };
        await using var server = await SmtpServer.StartAsync();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo, PostOffice.Settings(server));
        var person = post.AddPerson();

        await node.SendAsync(outbox => outbox.Add(person, new Invitation(1)));

        Assert.Equal(MessageState.Cancelled, (await node.EndingAsync()).State);
        Assert.Empty(server.Taken);
    }

    [Theory, OnEveryEngine]
    public async Task What_is_taken_back_before_its_time_is_not_sent(Engine engine)
    {
        var post = new Post();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo);
        var (need, other) = (new MessageSubject("need", Guid.CreateVersion7()), new MessageSubject("need", Guid.CreateVersion7()));
        var later = DateTimeOffset.UtcNow.AddMinutes(10);
        await node.SendAsync(outbox =>
        {
            outbox.Add(post.AddPerson(), new Invitation(1), need, later);
            outbox.Add(post.AddPerson(), new Invitation(2), other, later);
        });

        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().CancelAsync(need, TestContext.Current.CancellationToken);

        var log = scope.ServiceProvider.GetRequiredService<MessageLog>();
        Assert.All(await log.AboutAsync(need, 10, TestContext.Current.CancellationToken), record => Assert.Equal(MessageState.Cancelled, record.State));
        Assert.Equal(
            [MessageState.Waiting, MessageState.Waiting, MessageState.Sent],
            (await log.AboutAsync(other, 10, TestContext.Current.CancellationToken)).OrderBy(record => record.Channel).Select(record => record.State));
    }

    [Theory, OnEveryEngine]
    public async Task A_message_with_a_key_reaches_a_person_once(Engine engine)
    {
        var post = new Post();
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(post.AddTo);
        var (ana, bob) = (post.AddPerson(), post.AddPerson("bob"));

        foreach (var person in new[] { ana, bob, ana })
        {
            await node.SendAsync(outbox => outbox.Add(person, new Invitation(1), onceKey: "need 1"));
        }

        Assert.Equal(new[] { ana, bob }.Order(), (await node.MessagesAsync()).Select(message => message.PersonId).Order());
    }

    [Fact]
    public void A_message_that_would_store_text_is_refused_when_the_program_starts() =>
        Assert.Contains("Gossip.About", Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddMessage<Gossip, GossipTemplate>()).Message, StringComparison.Ordinal);

    private sealed record Gossip(Guid Id, string About) : IMessage
    {
        public static string Template => "gossip";

        public static MessageNature Nature => MessageNature.Notice;

    public static MessageTopic Topic => MessageTopic.Requests;

        public static IReadOnlyList<Channel> Channels => [Channel.Email];
    }

    private sealed class GossipTemplate : IMessageTemplate<Gossip>
    {
        public Task<Letter?> RenderAsync(Gossip message, MessageContext context, CancellationToken cancellation) => Task.FromResult<Letter?>(null);
    }
}
