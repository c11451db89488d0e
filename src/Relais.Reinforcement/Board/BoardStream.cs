using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Board;

/// <summary>
/// Says that the board changed, whichever node the change came through. The page then fetches itself: one drawing of
/// the board, with and without scripts.
/// </summary>
internal static class BoardStream
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public static void MapBoardStream(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/besoins/{id:guid}/flux", (Guid id, string? vu, IServiceScopeFactory scopes, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(ChangesAsync(new NeedId(id), vu, scopes, cancellation))).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<string>> ChangesAsync(
        NeedId id, string? seen, IServiceScopeFactory scopes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What happened between the drawing of the page and this moment is a change too.
        var last = seen;
        yield return new SseItem<string>("", "ready");
        using var timer = new PeriodicTimer(Pace);
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = await scope.ServiceProvider.GetRequiredService<BoardViews>().FingerprintAsync(id, cancellation);
            if (now != last)
            {
                yield return new SseItem<string>("", "changed");
                last = now;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
