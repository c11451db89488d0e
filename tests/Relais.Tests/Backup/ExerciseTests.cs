using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Rules;
using Relais.Tests.Commands;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Web.Commands;

namespace Relais.Tests.Backup;

/// <summary>A copy to train on: the same people, and nothing that leaves, whatever it is served with.</summary>
public sealed class ExerciseTests(PostgresServer postgres) : IDisposable
{
    private static readonly LinkPurpose Offer = new("offer");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relais-exercise-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Nothing_leaves_an_exercise_though_servers_are_named(Engine engine)
    {
        var post = new Post();
        var person = post.AddPerson(change: one => one with { Wanted = new HashSet<Channel> { Channel.Email, Channel.Sms } });
        await using var server = await SmtpServer.StartAsync();
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        gateway.Start();
        (string, string)[] ways = [.. PostOffice.Settings(server), ("Sms:Url", $"http://127.0.0.1:{((IPEndPoint)gateway.LocalEndpoint).Port}/")];

        await using var original = await Installation.CreateAsync(engine, postgres);
        var before = original.AddNode(post.AddTo, ("Workers:Enabled", "false"));
        await before.SendAsync(outbox => outbox.Add(person, new Invitation(1)));
        await using var copy = await PrepareAsync(engine, original);
        var node = copy.AddNode(post.AddTo, ways);
        await node.SendAsync(outbox =>
        {
            outbox.Add(person, new Invitation(2));
            outbox.Add(person, new SignInLink(3));
        });
        await Eventually.TrueAsync(
            async () => (await node.ReadAsync<Message>(_ => true)).TrueForAll(message => message.State is not (MessageState.Waiting or MessageState.Sending)), "a message still waits");

        var messages = await node.ReadAsync<Message>(message => message.Channel != Channel.Inbox);
        Assert.All(messages.Where(message => message.Ids.Contains('1', StringComparison.Ordinal)), message => Assert.Equal(MessageState.Cancelled, message.State));
        Assert.Equal(3, messages.Count(message => message.State is MessageState.Sent));
        Assert.Empty(server.Taken);
        Assert.False(gateway.Pending());

        var leader = await node.SignInAsync((Role.Administrator, Scope.National));
        var list = await leader.Browser.GetPageAsync("/courrier");
        Assert.Contains("rien ne part d’ici", list.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        var secret = messages.Single(message => message.Template == SignInLink.Template);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(leader, $"/courrier/{secret.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(leader, $"/courrier/{secret.Id}/html"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(leader, $"/courrier/{messages.First(message => message.State is MessageState.Sent && message.Template == Invitation.Template && message.Channel is Channel.Email).Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(coordinator, "/courrier"));
    }

    [Theory, OnEveryEngine]
    public async Task Links_and_sessions_of_one_open_nothing_in_the_other(Engine engine)
    {
        await using var original = await Installation.CreateAsync(engine, postgres);
        var node = original.AddNode();
        var member = await node.SignInAsync((Role.Administrator, Scope.National));
        var link = await SignAsync(node);
        await using var copy = await PrepareAsync(engine, original);
        var exercise = copy.AddNode();

        Assert.True(await OpensAsync(node, link));
        Assert.False(await OpensAsync(exercise, link));
        Assert.True(await OpensAsync(exercise, await SignAsync(exercise)));
        Assert.False(await OpensAsync(node, await SignAsync(exercise)));

        var stranger = exercise.Visitor();
        stranger.DefaultRequestHeaders.Add("Cookie", member.Browser.DefaultRequestHeaders.GetValues("Cookie"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(member, "/administration/installation"));
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(new Uri("/administration/installation", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_exercise_that_is_over_is_not_served()
    {
        await using var original = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var copy = await PrepareAsync(Engine.Sqlite, original, "--days", "31");
        var node = copy.AddNode();
        await node.SqlAsync($"UPDATE exercise SET data_from = '2026-01-01T00:00:00.000000Z', ends_at = '2026-01-02T00:00:00.000000Z'");
        await node.DisposeAsync();

        var (code, output) = await ProgramProcess.RunAsync("serve", "--port", $"{ProgramProcess.FreePort()}", $"--ConnectionStrings:Relais={copy.ConnectionString}");

        Assert.Equal(2, code);
        Assert.Contains("this exercise ended at 2026-01-02", output, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task An_exercise_is_deleted_with_its_letters_and_nothing_else_is(Engine engine)
    {
        await using var original = await Installation.CreateAsync(engine, postgres);
        await using var copy = await PrepareAsync(engine, original);

        Assert.Equal(2, await EndAsync(original));
        Assert.Equal(0, await EndAsync(copy));
        Assert.Equal(2, await EndAsync(copy));
        Assert.NotEmpty(await original.AddNode().ReadAsync<DatedRule>(_ => true));
        Assert.Equal(0, await RunAsync(copy, "prepare", Archive(engine)));
    }

    [Fact]
    public async Task Nobody_trains_on_the_true_dossiers()
    {
        await using var original = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var archive = await SaveAsync(Engine.Sqlite, original);

        Assert.Equal(2, await RunAsync(original, "prepare", archive));
        Assert.Equal(2, await RunAsync(original, "prepare"));
        Assert.Equal(2, await RunAsync(original, "prepare", archive, "--days", "32"));
        Assert.Equal(2, await RunAsync(original, "prepare", archive, "--days", "0"));
        Assert.Equal(2, await RunAsync(original, "begin"));

        await using var connection = new SqliteConnection(original.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var marks = connection.CreateCommand();
        marks.CommandText = "SELECT count(*) FROM exercise";
        Assert.Equal(0L, await marks.ExecuteScalarAsync(Cancellation));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ValueTask<string> SignAsync(Node node) =>
        node.Services.GetRequiredService<SignedLinks>().CreateAsync(Offer, Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddHours(1), Cancellation);

    private static async Task<bool> OpensAsync(Node node, string link) =>
        (await node.Services.GetRequiredService<SignedLinks>().ReadAsync(Offer, link, Cancellation)).State is LinkState.Valid;

    private string Archive(Engine engine) => Path.Combine(_folder.FullName, $"{engine}.zip");

    private async Task<string> SaveAsync(Engine engine, Installation original)
    {
        Assert.Equal(0, await CommandLine.RunAsync(["backup", Archive(engine), $"--ConnectionStrings:Relais={original.ConnectionString}"]));
        return Archive(engine);
    }

    private async Task<Installation> PrepareAsync(Engine engine, Installation original, params string[] options)
    {
        var archive = await SaveAsync(engine, original);
        var copy = await Installation.CreateEmptyAsync(engine, postgres);
        Assert.Equal(0, await RunAsync(copy, ["prepare", archive, .. options]));
        return copy;
    }

    private static Task<int> EndAsync(Installation place) => RunAsync(place, "end");

    private static Task<int> RunAsync(Installation place, params string[] words) => CommandLine.RunAsync(["exercise", .. words, $"--ConnectionStrings:Relais={place.ConnectionString}"]);

    private static async Task<HttpStatusCode> StatusAsync(SignedIn member, string address)
    {
        using var answer = await member.Browser.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }
}
