using Microsoft.AspNetCore.Http;

namespace Relais.Accounts.SignIn;

/// <summary>What a person kept on a device, to read it without network, goes with the session.</summary>
internal static class KeptPages
{
    public static void ClearKeptPages(this HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"storage\"";
}
