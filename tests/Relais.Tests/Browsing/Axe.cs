using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Relais.Tests.Browsing;

/// <summary>axe-core in the page that is open: loaded once for a page, then asked for the rules of a theme.</summary>
internal static class Axe
{
    private const string Everything = """{ runOnly: { type: "tag", values: ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }, resultTypes: ["violations"] }""";

    // The dark theme changes colours and nothing else.
    private const string Colours = """{ runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is found in light, and what the dark theme adds.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ {Script} }}");
        var light = await RunAsync(page, "light", Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await RunAsync(page, "dark", Colours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. light, .. dark];
    }

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string theme, string options)
    {
        var found = await page.EvaluateAsync<JsonElement>(
            $$"""
            async () => (await axe.run(document, {{options}})).violations.flatMap(rule => rule.nodes.map(node =>
              `${rule.id} (${rule.tags.filter(tag => tag.startsWith("RGAA-")).join(" ")}) at ${node.target.join(" ")}: ${rule.help}`))
            """);
        return [.. found.EnumerateArray().Select(fault => $"{theme}: {fault.GetString()}")];
    }
}
