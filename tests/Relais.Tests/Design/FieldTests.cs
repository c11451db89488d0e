using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Design;

/// <summary>The fields of forms, on the page that shows them all.</summary>
public sealed class FieldTests(PostgresServer postgres)
{
    private const string Components = "/aide/composants";

    [Fact]
    public async Task Errors_follow_the_order_of_the_form_and_each_leads_to_its_field()
    {
        var page = await RefusedAsync();

        var links = page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(["#Form_Email", "#Form_Regime", "#Form_Unit", "#Form_Moments", "#Form_Day", "#Form_Start", "#Form_Proof"], links);
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link)));
    }

    [Fact]
    public async Task A_refused_field_says_why_beside_itself_and_to_who_does_not_see()
    {
        var page = await RefusedAsync();

        var email = page.GetElementById("Form_Email")!;

        Assert.Equal("true", email.GetAttribute("aria-invalid"));
        var describing = email.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent).ToList();
        Assert.Equal(["Pour vous envoyer les demandes, rien d’autre.", "Erreur\u00a0: Renseignez «\u00a0Adresse électronique\u00a0»"], describing);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_so_in_the_title()
    {
        var page = await RefusedAsync(("Form.Email", "anne@"), ("Form.Details", "Plutôt le soir"));

        Assert.Equal("anne@", ((IHtmlInputElement)page.GetElementById("Form_Email")!).Value);
        Assert.Equal("Plutôt le soir", ((IHtmlTextAreaElement)page.GetElementById("Form_Details")!).Value);
        Assert.StartsWith("Erreur\u00a0: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_control_has_a_name_that_is_read()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var page = await installation.AddNode().CreateClient().GetPageAsync(Components);

        var controls = page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea").ToList();

        Assert.NotEmpty(controls);
        Assert.All(controls, control => Assert.True(
            page.QuerySelector($"label[for='{control.Id}']") is not null || control.Closest("label") is not null, control.OuterHtml));
    }

    [Fact]
    public async Task What_may_be_left_out_is_said_and_the_rest_is_not()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var page = await installation.AddNode().CreateClient().GetPageAsync(Components);

        Assert.Equal("Précisions (facultatif)", page.QuerySelector("label[for=Form_Details]")!.TextContent);
        Assert.Equal("Adresse électronique", page.QuerySelector("label[for=Form_Email]")!.TextContent);
    }

    [Fact]
    public async Task A_form_is_refused_in_the_language_of_the_reader()
    {
        var page = await RefusedAsync("en", []);

        Assert.Equal("There is a problem", page.QuerySelector(".govuk-error-summary__title")!.TextContent);
        Assert.StartsWith("Fill in “", page.QuerySelector(".govuk-error-summary__list a")!.TextContent, StringComparison.Ordinal);
    }

    private Task<IHtmlDocument> RefusedAsync(params (string Name, string Value)[] values) => RefusedAsync("fr", values);

    private async Task<IHtmlDocument> RefusedAsync(string language, (string Name, string Value)[] values)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await client.GetPageAsync(Components);

        return await (await client.SubmitAsync(page, Components, values is [] ? [("Form.Email", "")] : values)).ReadPageAsync();
    }
}
