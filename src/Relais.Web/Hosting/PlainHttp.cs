using System.Net;
using Relais.Web.Commands;

namespace Relais.Web.Hosting;

/// <summary>Passwords and names never cross a network in clear.</summary>
internal static class PlainHttp
{
    /// <summary>Stops the start when the server would listen in clear beyond this machine and nothing says that a proxy secures it.</summary>
    public static void RefuseBeyondLocalhost(WebApplication app)
    {
        if (!TrustedProxy.Read(app.Configuration).IsThere && Listening.Addresses(app).FirstOrDefault(IsOpen) is { } open)
        {
            throw new CommandRefusedException(
                $"{open.GetLeftPart(UriPartial.Authority)} would carry passwords and names in clear. Listen on localhost, on https:// (with Kestrel:Certificates:Default:Path), or give the address of the proxy that terminates TLS in TrustedProxy, for example --TrustedProxy=10.0.0.5.");
        }
    }

    /// <summary>Who goes around the proxy is turned away; a monitor may still ask whether the program is up.</summary>
    public static void UseTrustedProxy(this WebApplication app)
    {
        var proxy = TrustedProxy.Read(app.Configuration);
        if (!proxy.IsThere)
        {
            return;
        }

        var options = new ForwardedHeadersOptions();
        proxy.Believe(options);
        app.UseForwardedHeaders(options);
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps || IsLocal(context.Connection.RemoteIpAddress) || context.Request.Path == "/sante")
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync("Relais ne répond qu’en connexion sécurisée (https).\nRelais answers over a secured connection only (https).\n", context.RequestAborted);
        });
    }

    private static bool IsOpen(Uri address) => address.Scheme is "http" && !address.IsLoopback && address.Host is not "unix";

    /// <summary>No address: not a network connection.</summary>
    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
