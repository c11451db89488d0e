using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <summary>
/// What every page must pass, gathered over a walk: <see cref="CheckAsync"/> each page, then <see cref="FinishAsync"/>
/// once, which gives every fault in one list. A fault names the page, its state, who saw it, and the rule.
/// </summary>
internal sealed class PageChecks(Browser browser, Node node) : IAsyncDisposable
{
    private static readonly AxeRunOptions EveryRule = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    // The dark theme changes colours and nothing else.
    private static readonly AxeRunOptions ColourRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    private readonly Dictionary<string, Visitor> _visitors = [];
    private readonly HtmlValidation _html = new();
    private readonly List<string> _faults = [];

    public async Task CheckAsync(string url, PageState state, SignedIn? member = null, string role = "visitor")
    {
        var visitor = await VisitAsAsync(member, role);
        await visitor.Page.GotoAsync(url);
        if (state is not PageState.Error)
        {
            await InspectAsync(visitor, $"{url} [{state}, {role}]");
            return;
        }

        var forms = await visitor.Page.Locator("main form[method=post]").CountAsync();
        for (var form = 0; form < forms; form++)
        {
            await visitor.Page.GotoAsync(url);
            await SendEmptyAsync(visitor.Page, form);
            await InspectAsync(visitor, $"{url} [{state} of form {form + 1}, {role}]");
        }
    }

    /// <summary>Validates the HTML of all the pages seen, in one run.</summary>
    /// <returns>Every fault of the walk; empty is what is wanted.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync() => [.. _faults, .. await _html.ValidateAsync()];

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
        {
            await visitor.Window.DisposeAsync();
        }
    }

    private async Task InspectAsync(Visitor visitor, string name)
    {
        var page = visitor.Page;
        var answer = visitor.Answer!;
        if (answer.Status >= 500)
        {
            _faults.Add($"{name}: answered {answer.Status}");
            return;
        }

        _html.Add(name, await answer.TextAsync());
        _faults.AddRange(visitor.TakeComplaints().Select(complaint => $"{name}: {complaint}"));
        _faults.AddRange((await FrameFaultsAsync(page)).Select(fault => $"{name}: {fault}"));

        _faults.AddRange(Read(name, "light", await page.RunAxe(EveryRule)));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        _faults.AddRange(Read(name, "dark", await page.RunAxe(ColourRules)));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await page.SetViewportSizeAsync(320, 640);
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var excess)
        {
            _faults.Add($"{name}: scrolls sideways by {excess} px at 320 px (RGAA 10.11)");
        }

        await page.SetViewportSizeAsync(1280, 800);
    }

    /// <summary>What no rule of axe asks: one title, the name of the site in the tab, the same frame everywhere.</summary>
    private static async Task<IReadOnlyList<string>> FrameFaultsAsync(IPage page)
    {
        var faults = new List<string>();
        if (await page.Locator("h1").CountAsync() is not 1 and var titles)
        {
            faults.Add($"has {titles} h1");
        }

        if (!(await page.TitleAsync()).EndsWith(" – Relais", StringComparison.Ordinal))
        {
            faults.Add($"is called « {await page.TitleAsync()} » (RGAA 8.6)");
        }

        if (await page.Locator("footer a[href='/plan-du-site']").CountAsync() is not 1)
        {
            faults.Add("has no way to the site map (RGAA 12.4)");
        }

        return faults;
    }

    private static IEnumerable<string> Read(string name, string scheme, AxeResult result) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{name}, {scheme}: {violation.Id} ({string.Join(' ', violation.Tags.Where(tag => tag.StartsWith("RGAA-", StringComparison.Ordinal)))}) at {node.Target}: {violation.Help}";

    private static async Task SendEmptyAsync(IPage page, int form)
    {
        const string Send =
            """
            form => {
              form.noValidate = true;
              for (const field of form.elements) {
                if (field.type === "checkbox" || field.type === "radio") field.checked = false;
                else if (field.type !== "hidden" && "value" in field && field.tagName !== "BUTTON") field.value = "";
              }
              form.requestSubmit();
            }
            """;
        var answer = page.WaitForResponseAsync(response => response.Request.IsNavigationRequest && response.Request.Method == "POST");
        await page.Locator("main form[method=post]").Nth(form).EvaluateAsync(Send);
        await answer;
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private async Task<Visitor> VisitAsAsync(SignedIn? member, string role)
    {
        if (!_visitors.TryGetValue(role, out var visitor))
        {
            _visitors[role] = visitor = new Visitor(await browser.OpenAsync(node, member));
        }

        return visitor;
    }

    /// <summary>One window, its last page as the server wrote it, and what the browser complained of.</summary>
    private sealed class Visitor
    {
        private readonly List<string> _complaints = [];

        public Visitor(Window window)
        {
            Window = window;
            Page.Response += (_, response) =>
            {
                if (response.Request.IsNavigationRequest && response.Status is not (>= 300 and < 400))
                {
                    Answer = response;
                }
            };
            Page.Console += (_, message) =>
            {
                // That a page answered 404 or 409 is what the test is about, not a complaint.
                if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
                {
                    _complaints.Add(message.Text);
                }
            };
            Page.PageError += (_, error) => _complaints.Add(error);
        }

        public Window Window { get; }

        public IPage Page => Window.Page;

        public IResponse? Answer { get; private set; }

        public string[] TakeComplaints()
        {
            string[] taken = [.. _complaints];
            _complaints.Clear();
            return taken;
        }
    }
}
