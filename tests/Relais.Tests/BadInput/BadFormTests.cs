using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.BadInput;

/// <summary>Every form of every page of the endpoint table, sent with what nobody should send.</summary>
public sealed class BadFormTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Every_form_answers_nonsense_with_a_reason(Engine engine)
    {
        await using var installation = await Installation.CreateDemonstratedAsync(engine, postgres);
        var node = installation.AddNode(QuietRooms.Join);
        await using var findings = new Findings(node);

        foreach (var visit in await new PageTable(node).ReadAsync(everyRole: false))
        {
            await SendEveryFormAsync(node, visit, findings);
        }

        Assert.True(findings.Sent > 1000, $"only {findings.Sent} requests were sent");
        Assert.True(findings.Faults.Count is 0, string.Join('\n', findings.Faults));
    }

    private static async Task SendEveryFormAsync(Node node, Visit visit, Findings findings)
    {
        for (var number = 0; ; number++)
        {
            // Anew for each form: one of them signs out, another takes the role away.
            using var browser = visit.Member is null ? node.Visitor() : await node.SignInAgainAsync(visit.Member);
            using var opened = await browser.GetAsync(new Uri(visit.Url, UriKind.Relative), Cancellation);
            if (!opened.IsSuccessStatusCode
                || (await opened.ReadPageAsync()).QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().ElementAtOrDefault(number) is not { } element)
            {
                return;
            }

            findings.Begin();
            await SendAsync(browser, new WrongForm(element, visit.Url), $"{visit.Url} as {visit.Role}, form {number + 1}", findings);
        }
    }

    private static async Task SendAsync(HttpClient browser, WrongForm form, string name, Findings findings)
    {
        Task<HttpResponseMessage> PostAsync(HttpContent content) => browser.PostAsync(new Uri(form.Action, UriKind.Relative), content, Cancellation);

        foreach (var field in form.Fields)
        {
            foreach (var (wrong, text) in WrongValues.Texts)
            {
                await findings.SendAsync(
                    $"{name}, {field} {wrong}", () => PostAsync(form.With(field, text)), mustBeRefused: wrong is WrongValues.TooLong or "null byte" && form.Texts.Contains(field));
            }

            await findings.SendAsync($"{name}, {field} twice", () => PostAsync(form.Twice(field, "licorne")));
        }

        var first = form.Fields is [var some, ..] ? some : "licorne";
        await findings.SendAsync($"{name}, ten megabytes", () => PostAsync(form.With(first, new string('a', 10 * 1024 * 1024))));
        await findings.SendAsync($"{name}, a file in {first}", () => PostAsync(form.WithFile(first, [0, 1, 2], "../../etc/passwd")));
        await findings.SendAsync($"{name}, an empty file", () => PostAsync(form.WithFile(form.Fields.FirstOrDefault(field => field.Contains("Proof", StringComparison.Ordinal)) ?? first, [], "vide.pdf")));
        await findings.SendAsync($"{name}, JSON", () => PostAsync(WrongForm.OfType("application/json", "{\"a\":1}")));
        await findings.SendAsync($"{name}, half a form", () => PostAsync(WrongForm.OfType("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb")));
        await findings.SendAsync($"{name}, no boundary", () => PostAsync(WrongForm.OfType("multipart/form-data", "--x")));
        await findings.SendAsync($"{name}, wrong percents", () => PostAsync(WrongForm.OfType("application/x-www-form-urlencoded", "%ZZ=%&%00=%00")));
        await findings.SendAsync($"{name}, nothing filled", () => PostAsync(form.Empty()));
    }
}
