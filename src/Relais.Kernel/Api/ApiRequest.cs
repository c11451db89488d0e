using Microsoft.AspNetCore.Http;

namespace Relais.Kernel.Api;

public static class ApiRequest
{
    /// <summary>True for what programs ask, which is answered in JSON; everything else is answered with pages.</summary>
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
