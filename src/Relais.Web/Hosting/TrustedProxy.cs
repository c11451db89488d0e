using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Relais.Web.Commands;
using IPNetwork = System.Net.IPNetwork;

namespace Relais.Web.Hosting;

/// <summary>
/// The setting <c>TrustedProxy</c>: the addresses or networks of the proxy that terminates TLS. What it says of the visitor
/// (address, scheme, host) is believed; what anybody else says is not.
/// </summary>
internal sealed record TrustedProxy(IReadOnlyList<IPNetwork> Networks)
{
    public bool IsThere => Networks.Count > 0;

    public static TrustedProxy Read(IConfiguration settings) =>
        new([.. (settings["TrustedProxy"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)]);

    public void Believe(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;

        // As many as there are, as long as each is one of ours.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new CommandRefusedException($"TrustedProxy wants IP addresses or networks separated by commas, such as 10.0.0.5 or 10.0.0.0/24: '{text}' is neither.");
}
