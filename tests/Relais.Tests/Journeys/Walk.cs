using Microsoft.Playwright;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Journeys;

/// <summary>A person on their way through the pages: counts the clicks, and looks at each page as they would.</summary>
internal sealed class Walk(Window window)
{
    public IPage Page => window.Page;

    public int Clicks { get; private set; }

    /// <summary>Taps a link or a button by what is written on it.</summary>
    public async Task ClickAsync(AriaRole role, string name)
    {
        await Page.GetByRole(role, new() { Name = name }).First.ClickAsync();
        await LoadedAsync();
        Clicks++;
        await LookAsync();
    }

    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await LookAsync();
    }

    /// <summary>Asks the page itself: the browser's own event is now and then waited for after it came.</summary>
    private Task LoadedAsync() => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                return await Page.EvaluateAsync<string>("document.readyState") is "complete";
            }
            catch (PlaywrightException)
            {
                // The page was left while it was asked.
                return false;
            }
        },
        "the page did not load",
        withinSeconds: 60);

    /// <summary>Nothing to be scrolled sideways, one title, no page of error.</summary>
    private async Task LookAsync()
    {
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{Page.Url} is {tooWide} px wider than the window");
        Assert.Equal(0, await Page.Locator("main .govuk-error-summary").CountAsync());
    }
}
