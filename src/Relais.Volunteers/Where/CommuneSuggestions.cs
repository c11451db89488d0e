using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.Where;

/// <summary>The names offered while a commune is being typed, where scripts run. Without them the form asks which one is meant.</summary>
internal static class CommuneSuggestions
{
    public const string Route = "/volontaires/communes";

    private const int Most = 8;

    public static void MapCommuneSuggestions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Route, SuggestAsync).ExcludeFromDescription();

    private static async Task<Ok<string[]>> SuggestAsync(string? q, ICommunes communes, CancellationToken cancellation)
    {
        var text = q?.Trim() ?? "";
        return text.Length is < 2 or > WhereForm.LongestName
            ? TypedResults.Ok(Array.Empty<string>())
            : TypedResults.Ok((await communes.GetAsync(cancellation)).Search(text, Most).Select(HomeSearch.Suggestion).ToArray());
    }
}
