using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace Relais.Web.Language;

/// <summary>
/// The language that the browser prefers among those we speak, whatever its country: « en », « en-US » and « en-IE »
/// are all answered in the English of our pages.
/// </summary>
internal sealed class AcceptedLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var spoken = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => CultureOf(accepted.Value))
            .FirstOrDefault(culture => culture is not null);
        return Task.FromResult(spoken is null ? null : new ProviderCultureResult(spoken));
    }

    private static string? CultureOf(StringSegment language) => language.Split(['-']).First().Value?.ToLowerInvariant() switch
    {
        "en" => "en-GB",
        "fr" => "fr-FR",
        _ => null,
    };
}
