using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Registration;

namespace Relais.Tests.Browsing;

/// <summary>
/// What every page must pass, gathered over a walk: <see cref="CheckAsync"/> each page, then <see cref="FinishAsync"/>
/// once, which gives every fault in one list. A fault names the page, its state, who saw it, and the rule.
/// </summary>
internal sealed class PageChecks(Browser browser, Node node) : IAsyncDisposable
{
    /// <summary>An error page carries its error; the last step thanks who has just sent the one before (RegistrationTests opens it).</summary>
    private static readonly string[] ShownOtherwise = ["/erreur/404", Steps.Done];

    /// <summary>A form of buttons alone cannot be filled wrongly.</summary>
    private const string FormsToFill = "main form[method=post]:has(input:not([type=hidden]), select, textarea)";

    private readonly Dictionary<string, Visitor> _visitors = [];
    private readonly HtmlValidation _html = new();
    private readonly List<string> _faults = [];

    public async Task CheckAsync(Visit visit, PageState state)
    {
        var visitor = await VisitAsAsync(visit.Member, visit.Role);
        await visitor.Page.GotoAsync(visit.Url);
        if (state is not PageState.Error)
        {
            if (state is PageState.Full && !ShownOtherwise.Contains(visit.Url) && (visitor.Answer!.Status is not 200 || !new Uri(visitor.Page.Url).AbsolutePath.StartsWith(visit.Url, StringComparison.Ordinal)))
            {
                _faults.Add($"{visit.Url} [{state}, {visit.Role}]: could not be looked at, for {new Uri(visitor.Page.Url).PathAndQuery} answered {visitor.Answer!.Status}");
            }

            await InspectAsync(visitor, $"{visit.Url} [{state}, {visit.Role}]");
            return;
        }

        var forms = await visitor.Page.Locator(FormsToFill).CountAsync();
        for (var form = 0; form < forms; form++)
        {
            await visitor.Page.GotoAsync(visit.Url);
            await SendEmptyAsync(visitor.Page, form);
            await InspectAsync(visitor, $"{visit.Url} [{state} of form {form + 1}, {visit.Role}]");
        }
    }

    /// <summary>The visitor has filled the first five steps of the registration, so that each step can be opened.</summary>
    /// <param name="other">A node of the same installation that no browser visits.</param>
    public async Task BeginRegistrationAsync(Node other)
    {
        using var phone = Registrant.Phone(other);
        await Registrant.GoToCheckAsync(phone);
        await using var services = node.Services.CreateAsyncScope();
        var draft = services.ServiceProvider.GetRequiredService<RelaisDb>().Set<RegistrationDraft>().Single();
        var token = await services.ServiceProvider.GetRequiredService<SignedLinks>()
            .CreateAsync(Drafts.Purpose, draft.Id, DateTimeOffset.UtcNow.AddDays(1), TestContext.Current.CancellationToken);
        var visitor = await VisitAsAsync(member: null, "visitor");
        await visitor.Window.Context.AddCookiesAsync([new Cookie { Name = Drafts.Cookie, Value = token, Url = node.ServeBrowsers().ToString() }]);
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

        _faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"{name}, {fault}"));

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

        // The choice of a language changes nothing that matters, and unsubscribing is asked for by the link alone.
        if (!page.Url.Contains("/desabonnement/", StringComparison.Ordinal)
            && await page.Locator("form[method=post]:not([action='/langue']):not(:has([name=__RequestVerificationToken]))").CountAsync() is > 0 and var forms)
        {
            faults.Add($"has {forms} forms that the platform would refuse, for want of their token");
        }

        if (await page.Locator("footer a[href='/plan-du-site']").CountAsync() is not 1)
        {
            faults.Add("has no way to the site map (RGAA 12.4)");
        }

        return faults;
    }

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
              // No authenticator is there to be asked: the form goes as if it had not been.
              if (form.dataset.rsPasskey) form.submit();
              else form.requestSubmit();
            }
            """;
        await page.EvaluateAsync("() => { window.isSent = true; }");
        await page.Locator(FormsToFill).Nth(form).EvaluateAsync(Send);
        await page.WaitForFunctionAsync("() => !window.isSent && document.readyState === 'complete'");
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
