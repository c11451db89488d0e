using Microsoft.Extensions.Configuration;
using Relais.Kernel.Links;

namespace Relais.Kernel.Messages;

/// <summary>Where people find us, for the links in messages.</summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    public Uri Root { get; } = new PublicAddress(configuration).Of("/");

    /// <param name="path">A path of ours, beginning with a slash.</param>
    public Uri Of(string path) => new(Root, path);

    /// <summary>The address as our own pages write it: short when it is one of ours, so that it works by whatever name we were reached.</summary>
    public string Local(Uri address) => Root.IsBaseOf(address) ? address.PathAndQuery : address.AbsoluteUri;
}
