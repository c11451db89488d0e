using System.Net;
using System.Net.Sockets;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Commands;

/// <summary><c>relais serve</c> on a machine that is nobody's desk: its own process, in production.</summary>
public sealed class ServeCommandTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_of_the_first_administrator_is_fresh_at_each_start_and_never_printed_once_used()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var first = await LinkPrintedAsync(installation, use: false);
        var second = await LinkPrintedAsync(installation, use: true);
        var third = await LinkPrintedAsync(installation, use: false);

        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(third);
        var (code, output) = await ProgramProcess.RunAsync("demo", "--port", $"{ProgramProcess.FreePort()}", $"--ConnectionStrings:Relais={installation.ConnectionString}");
        Assert.Equal(2, code);
        Assert.Contains("real people", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstration_is_not_served_as_if_it_were_real()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();

        var (code, output) = await ProgramProcess.RunAsync("serve", "--port", $"{ProgramProcess.FreePort()}", $"--ConnectionStrings:Relais={installation.ConnectionString}");

        Assert.Equal(2, code);
        Assert.Contains("holds the demonstration", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:{0}")]
    [InlineData("--urls=http://*:{0}")]
    [InlineData("--urls=http://[::]:{0};http://localhost:1")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://192.0.2.1:{0}")]
    public async Task Plain_http_beyond_localhost_is_refused_before_anything_is_touched(string listening)
    {
        var file = Path.Combine(Path.GetTempPath(), $"relais-{Guid.NewGuid():N}.db");

        var (code, output) = await ProgramProcess.RunAsync("serve", string.Format(System.Globalization.CultureInfo.InvariantCulture, listening, ProgramProcess.FreePort()), $"--ConnectionStrings:Relais=Data Source={file}");

        Assert.Equal(2, code);
        Assert.Contains("in clear", output, StringComparison.Ordinal);
        Assert.Contains("TrustedProxy", output, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_is_refused()
    {
        var (code, output) = await ProgramProcess.RunAsync("serve", "--urls=http://0.0.0.0:1", "--TrustedProxy=true");

        Assert.Equal(2, code);
        Assert.Contains("'true' is neither", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_headers_are_believed_from_the_proxy_and_from_nobody_else()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var port = ProgramProcess.FreePort();
        var local = new Uri($"http://127.0.0.1:{port}");
        await using (var program = ProgramProcess.Start("serve", $"--urls=http://0.0.0.0:{port}", "--TrustedProxy=127.0.0.1", $"--ConnectionStrings:Relais={installation.ConnectionString}"))
        {
            await program.ServesAsync(local);
            var secured = await AskAsync(local, "https");
            Assert.Equal(HttpStatusCode.OK, secured.StatusCode);
            Assert.True(secured.Headers.Contains("Strict-Transport-Security"), program.Output);

            // A visitor from elsewhere by way of the proxy, in clear: turned away.
            Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(local, "http", forwardedFor: "203.0.113.9")).StatusCode);
            if (OwnAddress() is { } own)
            {
                var around = new Uri($"http://{own}:{port}");
                Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(around, "https")).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await AskAsync(around, "http", path: "/sante")).StatusCode);
            }
        }

        await using (var program = ProgramProcess.Start("serve", "--port", $"{port}", $"--ConnectionStrings:Relais={installation.ConnectionString}"))
        {
            await program.ServesAsync(new Uri($"http://localhost:{port}"));
            Assert.False((await AskAsync(new Uri($"http://localhost:{port}"), "https")).Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri server, string scheme, string? forwardedFor = null, string path = "/connexion")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", forwardedFor ?? "203.0.113.7");
        return await client.SendAsync(request, Cancellation);
    }

    /// <summary>An address of this machine that is not the loopback.</summary>
    private static IPAddress? OwnAddress() => Array.Find(
        Dns.GetHostAddresses(Dns.GetHostName()), address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    private static async Task<string?> LinkPrintedAsync(Installation installation, bool use)
    {
        var address = new Uri($"http://localhost:{ProgramProcess.FreePort()}");
        await using var program = ProgramProcess.Start("serve", $"--urls={address}", $"--ConnectionStrings:Relais={installation.ConnectionString}");
        await program.ServesAsync(address);
        await Task.Delay(1000, Cancellation);
        if (program.Lines.SingleOrDefault(line => line.Contains("/premier-administrateur/", StringComparison.Ordinal)) is not { } link)
        {
            return null;
        }

        Assert.StartsWith($"{address}premier-administrateur/", link, StringComparison.Ordinal);
        if (use)
        {
            using var visitor = new HttpClient { BaseAddress = address };
            var path = new Uri(link).AbsolutePath;
            var answer = await visitor.SubmitAsync(await visitor.GetPageAsync(path), path, ("Form.FirstName", "Rozenn"), ("Form.LastName", "Kerbrat"), ("Form.Email", "rozenn@exemple.fr"), ("Form.Password", "lampe girafe orage velo"));
            Assert.Equal("/administration/installation", answer.RequestMessage?.RequestUri?.AbsolutePath);
        }

        return link;
    }
}
