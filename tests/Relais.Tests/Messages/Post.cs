using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

internal sealed record Invitation(int Number) : IMessage
{
    public static string Template => "invitation";

    public static MessageNature Nature => MessageNature.Notice;

    public static MessageTopic Topic => MessageTopic.Requests;

    public static IReadOnlyList<Channel> Channels => [Channel.Email, Channel.Sms, Channel.Inbox];
}

internal sealed record SignInLink(int Number) : IMessage
{
    public static string Template => "sign-in-link";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels => [Channel.Email];
}

/// <summary>People to write to and letters to write, as the test says.</summary>
internal sealed class Post : IRecipientDirectory
{
    public ConcurrentDictionary<Guid, Recipient> People { get; } = [];

    public ConcurrentBag<(Guid Person, Channel Channel)> Stops { get; } = [];

    public Func<int, Letter?> Write { get; set; } = number =>
        Letter.About(string.Create(CultureInfo.InvariantCulture, $"Invitation {number}")).Say("On vous attend.").Act("Répondre", new Uri("https://relais.exemple.fr/o/1"));

    public Guid AddPerson(string name = "ana", Func<Recipient, Recipient>? change = null)
    {
        var person = new Recipient { PersonId = Guid.CreateVersion7(), Name = name, Email = $"{name}@exemple.fr", Mobile = "+33612345678" };
        People[person.PersonId] = change is null ? person : change(person);
        return person.PersonId;
    }

    public void AddTo(IServiceCollection services)
    {
        services.RemoveAll<IRecipientDirectory>();
        services.AddSingleton<IRecipientDirectory>(this);
        services.AddSingleton(this);
        services.AddMessage<Invitation, Templates>();
        services.AddMessage<SignInLink, Templates>();
    }

    public Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Recipient>>(People.Where(person => people.Contains(person.Key)).ToDictionary());

    public Task StopAsync(Guid personId, Channel channel, CancellationToken cancellation)
    {
        Stops.Add((personId, channel));
        return Task.CompletedTask;
    }

    private sealed class Templates(Post post) : IMessageTemplate<Invitation>, IMessageTemplate<SignInLink>
    {
        public Task<Letter?> RenderAsync(Invitation message, MessageContext context, CancellationToken cancellation) => Task.FromResult(post.Write(message.Number));

        public Task<Letter?> RenderAsync(SignInLink message, MessageContext context, CancellationToken cancellation) => Task.FromResult(post.Write(message.Number));
    }
}

internal static class PostOffice
{
    public static (string Key, string Value)[] Settings(SmtpServer server) =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Security", "None"), ("Mail:From", "relais@exemple.fr")];

    /// <summary>Adds to the outbox in one unit of work.</summary>
    public static async Task SendAsync(this Node node, Action<Outbox> add)
    {
        await using var scope = node.Services.CreateAsyncScope();
        add(scope.ServiceProvider.GetRequiredService<Outbox>());
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task<List<Message>> MessagesAsync(this Node node, Channel channel = Channel.Email) => node.ReadAsync<Message>(message => message.Channel == channel);

    public static async Task<Message> EndingAsync(this Node node, Channel channel = Channel.Email)
    {
        await Eventually.TrueAsync(
            async () => (await node.MessagesAsync(channel)).TrueForAll(message => message.State is not (MessageState.Waiting or MessageState.Sending)),
            "the message still waits");
        return Assert.Single(await node.MessagesAsync(channel));
    }
}
