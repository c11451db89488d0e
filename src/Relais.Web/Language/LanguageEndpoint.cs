using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Relais.Web.Language;

/// <summary>Keeps the chosen language in a cookie, then goes back to where the reader was.</summary>
internal static class LanguageEndpoint
{
    public const string Route = "/langue";

    // No anti-forgery token: the worst a stranger can do is change a language, and the pages stay free of a cookie.
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Route, Choose).DisableAntiforgery();

    private static IResult Choose(HttpContext http, [FromForm] string? language, [FromForm] string? back)
    {
        var culture = language is "en" ? "en-GB" : "fr-FR";
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(new CultureInfo(culture))),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = http.Request.IsHttps });
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
