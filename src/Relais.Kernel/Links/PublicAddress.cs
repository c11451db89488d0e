using Microsoft.Extensions.Configuration;

namespace Relais.Kernel.Links;

/// <summary>
/// Where people reach this installation: the setting <c>PublicAddress</c>, or what the server listens on. Links in
/// messages start with it, whatever the node or the request that caused them.
/// </summary>
public sealed class PublicAddress(IConfiguration settings)
{
    public Uri Of(string path) => new(new Uri(settings["PublicAddress"] ?? settings["Site:Address"] ?? FirstListened() ?? "http://localhost:5080"), path);

    private string? FirstListened() => settings["urls"]?.Split(';')[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
}
