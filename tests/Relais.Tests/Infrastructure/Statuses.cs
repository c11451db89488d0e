using System.Net;

namespace Relais.Tests.Infrastructure;

internal static class Statuses
{
    public static async Task<HttpStatusCode> StatusOf(this HttpClient client, string url) =>
        (await client.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
}
