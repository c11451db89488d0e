using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Links;
using Relais.Reinforcement.Answers;

namespace Relais.Reinforcement.Offers;

/// <summary>
/// The opened page says that it was seen. A mail scanner that follows the link does not run the page's script, and a GET
/// changes nothing.
/// </summary>
internal static class SeenEndpoint
{
    public static void MapSeen(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/offres/{token}/vue", SeeAsync).ExcludeFromDescription();

    private static async Task<Results<NoContent, NotFound>> SeeAsync(string token, OfferLinks links, Answering answering, CancellationToken cancellation)
    {
        var (state, offer) = await links.ReadAsync(token, cancellation);
        if (state is not LinkState.Valid)
        {
            return TypedResults.NotFound();
        }

        await answering.MarkSeenAsync(offer, cancellation);
        return TypedResults.NoContent();
    }
}
