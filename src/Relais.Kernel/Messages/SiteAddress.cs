using Microsoft.Extensions.Configuration;

namespace Relais.Kernel.Messages;

/// <summary>Where people find us, for the links in messages: <c>Site:Address</c> in the configuration.</summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    public Uri Root { get; } = new(configuration["Site:Address"] ?? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080");

    /// <param name="path">A path of ours, beginning with a slash.</param>
    public Uri Of(string path) => new(Root, path);

    /// <summary>The address as our own pages write it: short when it is one of ours, so that it works by whatever name we were reached.</summary>
    public string Local(Uri address) => Root.IsBaseOf(address) ? address.PathAndQuery : address.AbsoluteUri;
}
