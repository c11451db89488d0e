using Microsoft.AspNetCore.Http.HttpResults;

namespace Relais.Web.Mailbox;

/// <summary>The HTML of an e-mail as a mail program would show it: shut in, without scripts.</summary>
internal static class FormattedMail
{
    public const string Route = "/courrier/{id:guid}/html";

    private const string ShutIn = "sandbox allow-top-navigation; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Route,
        async Task<Results<ContentHttpResult, NotFound>> (Guid id, MailFolders folders, HttpResponse response, CancellationToken cancellation) =>
        {
            if (await folders.FindAsync(id, cancellation) is not { Html: { } html })
            {
                return TypedResults.NotFound();
            }

            response.Headers.ContentSecurityPolicy = ShutIn;
            return TypedResults.Content(html, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
}
