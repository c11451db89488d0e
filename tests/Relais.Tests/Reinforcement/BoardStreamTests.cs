using System.Net.ServerSentEvents;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Answers;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>The board follows what happens, whenever it happened.</summary>
public sealed class BoardStreamTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task What_happens_before_the_page_listens_is_told_and_nothing_is_told_twice(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night()), 2);
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(need.Finess.Value)));
        var drawn = await StreamOfAsync(manager, $"/besoins/{need.Id}");

        await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, Stop));

        Assert.Equal(["ready", "changed"], await EventsAsync(manager, drawn, wait: TimeSpan.FromSeconds(4)));
        Assert.Equal(["ready"], await EventsAsync(manager, await StreamOfAsync(manager, $"/besoins/{need.Id}"), wait: TimeSpan.FromSeconds(4)));
    }

    private static async Task<string> StreamOfAsync(SignedIn manager, string board) =>
        (await manager.Browser.GetPageAsync(board)).QuerySelector("[data-rs-live]")!.GetAttribute("data-rs-live")!;

    private static async Task<List<string>> EventsAsync(SignedIn manager, string url, TimeSpan wait)
    {
        var events = new List<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        enough.CancelAfter(wait);
        try
        {
            await using var stream = await manager.Browser.GetStreamAsync(new Uri(url, UriKind.Relative), Stop);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(enough.Token))
            {
                events.Add(item.EventType);
            }
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            // Long enough.
        }

        return events;
    }
}
