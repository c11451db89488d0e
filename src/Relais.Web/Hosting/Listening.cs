using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Relais.Kernel.Time;
using Relais.Web.Commands;

namespace Relais.Web.Hosting;

/// <summary>Where the server listens, and the cases in which it must not.</summary>
internal static class Listening
{
    public static async Task StartAsync(WebApplication app)
    {
        RefuseTestModeBeyondLocalhost(app);
        try
        {
            await app.StartAsync(app.Lifetime.ApplicationStopping);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new CommandRefusedException(PortTaken(Addresses(app).FirstOrDefault()?.Port));
        }
    }

    /// <summary>Says that the port is taken before minutes are spent on preparing.</summary>
    public static void CheckPortIsFree(WebApplication app)
    {
        foreach (var address in Addresses(app).Where(address => address.Port != 0))
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, address.Port);
                probe.Start();
            }
            catch (SocketException)
            {
                throw new CommandRefusedException(PortTaken(address.Port));
            }
        }
    }

    private static string PortTaken(int? port) =>
        $"port {port} is already taken by another program. Choose another with --port, for example --port {port + 1}.";

    private static void RefuseTestModeBeyondLocalhost(WebApplication app)
    {
        if (app.Services.GetRequiredService<TimeProvider>() is SettableClock && Addresses(app).Any(address => !address.IsLoopback))
        {
            throw new CommandRefusedException("RELAIS_TEST_MODE=1 lets anyone set the clock: it is refused when listening beyond localhost.");
        }
    }

    /// <summary>Wherever the configuration says so: the endpoints of Kestrel are read besides <c>urls</c>.</summary>
    internal static IEnumerable<Uri> Addresses(WebApplication app) => (app.Configuration["urls"] ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Concat(app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>())
        .Select(address => new Uri(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal)));
}
