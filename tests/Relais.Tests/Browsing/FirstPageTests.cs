using System.Text.Json;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

public sealed class FirstPageTests(Browser browser, PostgresServer postgres)
{
    private const int Budget = 60 * 1024;

    /// <summary>A slow line in the country is where Relais is opened: the budget counts what goes over it.</summary>
    [Fact]
    public async Task The_first_page_weighs_at_most_60_kilobytes_with_all_it_loads()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var window = await browser.OpenAsync(installation.AddPublicNode());
        var network = await window.Context.NewCDPSessionAsync(window.Page);
        await network.SendAsync("Network.enable");
        var received = new List<double>();
        network.Event("Network.loadingFinished").OnEvent += (_, finished) => received.Add(Weight(finished));

        await window.Page.GotoAsync("/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.True(received.Count >= 4, $"page, stylesheet and two scripts were expected, {received.Count} files came");
        Assert.InRange(received.Sum(), 1, Budget);
    }

    private static double Weight(JsonElement? finished) => finished!.Value.GetProperty("encodedDataLength").GetDouble();
}
