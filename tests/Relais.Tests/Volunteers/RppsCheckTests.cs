using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Registers;
using Relais.Volunteers.Registration;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Volunteers;

/// <summary>A number is looked up in the imported directory while it is typed in: told at once, never more than its owner may know.</summary>
public sealed class RppsCheckTests(PostgresServer postgres)
{
    private const string Registering = "/volontaires/inscription/2";
    private const string Dossier = "/mon-dossier/metier";

    private static Rpps Own { get; } = Extract.Number(1);

    private static Rpps Anothers { get; } = Extract.Number(2);

    [Theory, OnEveryEngine]
    public async Task A_number_that_is_found_says_so_and_ticks_the_profession(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await ImportAsync(node);
        var phone = Registrant.Phone(node);
        await Registrant.WriteWhoAsync(phone);
        Assert.Equal(Registering, Steps.Url(2));

        var page = await CheckAsync(phone, Registering, Own, form => form.Tick("Form.Status", "Retired"));

        Assert.Equal("Trouvé dans le RPPS\u00a0: Médecin, spécialité gériatrie.", Said(page));
        Assert.Equal("physician", Assert.Single(page.QuerySelectorAll("input[name='Form.Professions']:checked")).GetAttribute("value"));
        Assert.Equal("Retired", Assert.Single(page.QuerySelectorAll("input[name='Form.Status']:checked")).GetAttribute("value"));
        Assert.Equal(Own.Value, ((IHtmlInputElement)page.QuerySelector("#Form_Rpps")!).Value);
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
    }

    [Theory, OnEveryEngine]
    public async Task What_the_person_ticked_stays_and_nothing_else_does(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await ImportAsync(node);
        var phone = Registrant.Phone(node);
        await Registrant.WriteWhoAsync(phone);

        var page = await CheckAsync(phone, Registering, Own, form => form.Tick("Form.Professions", "care-assistant"));

        Assert.Equal("care-assistant", Assert.Single(page.QuerySelectorAll("input[name='Form.Professions']:checked")).GetAttribute("value"));
    }

    [Theory, OnEveryEngine]
    public async Task The_number_of_somebody_else_tells_nothing_of_them(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await ImportAsync(node);
        var phone = await RegisteredAsync(node);

        var page = await CheckAsync(phone, Dossier, Anothers);

        Assert.Equal("Le nom ne correspond pas\u00a0: vérifiez le numéro, ou continuez, une personne vérifiera.", Said(page));
        Assert.DoesNotContain("Ropars", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("care-assistant", Assert.Single(page.QuerySelectorAll("input[name='Form.Professions']:checked")).GetAttribute("value"));
    }

    [Theory, OnEveryEngine]
    public async Task An_unknown_number_does_not_stop_anybody_and_a_wrong_one_is_told_beside_the_field(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await ImportAsync(node);
        var phone = await RegisteredAsync(node);

        var unknown = Said(await CheckAsync(phone, Dossier, Extract.Number(99)));
        Assert.StartsWith("Inconnu du répertoire importé le ", unknown, StringComparison.Ordinal);
        Assert.EndsWith("\u00a0: vous pouvez continuer, une personne vérifiera.", unknown, StringComparison.Ordinal);

        var wrong = await SendCheckAsync(phone, Dossier, "10000000001");
        Assert.Contains("un chiffre est faux", wrong.QuerySelector("#Form_Rpps-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("10000000001", ((IHtmlInputElement)wrong.QuerySelector("#Form_Rpps")!).Value);
        Assert.Single(wrong.QuerySelectorAll(".govuk-error-summary li"));
        Assert.Contains("Indiquez le numéro RPPS", (await SendCheckAsync(phone, Dossier, "")).QuerySelector("#Form_Rpps-error")!.TextContent, StringComparison.Ordinal);

        var saved = await new FilledForm(await phone.GetPageAsync(Dossier)).Write("Form.Rpps", Extract.Number(99).Value).SendAsync(phone, Dossier);
        Assert.Equal("/mon-dossier", saved.Headers.Location?.ToString());
    }

    [Theory, OnEveryEngine]
    public async Task Who_checks_number_after_number_is_held_back(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        await ImportAsync(nodes[0]);
        var phone = await RegisteredAsync(nodes[0]);
        for (var time = 0; time < 10; time++)
        {
            Assert.StartsWith("Le nom ne correspond pas", Said(await CheckAsync(phone, Dossier, Anothers)), StringComparison.Ordinal);
        }

        Assert.StartsWith("Vous avez vérifié beaucoup de numéros", Said(await CheckAsync(phone, Dossier, Anothers)), StringComparison.Ordinal);
        Assert.StartsWith("Vous avez vérifié beaucoup de numéros", Said(await CheckAsync(phone, Dossier, Own)), StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Without_an_extract_nothing_is_asked_and_nothing_is_told(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var phone = await RegisteredAsync(installation.AddNode());

        Assert.Null((await phone.GetPageAsync(Dossier)).QuerySelector("[formaction*='handler=Check']"));
        var page = await SendCheckAsync(phone, Dossier, Own.Value);
        Assert.Null(page.QuerySelector("#rpps"));
        Assert.DoesNotContain("RPPS\u00a0:", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Maëlle Kerriou is a physician in the directory; the other number is another person's.</summary>
    private static async Task ImportAsync(Node node)
    {
        using var extract = new Extract([$"8|{Own}|Madame|KERRIOU|MAELLE'ANNE|10|C|SM18|", Extract.Line(Anothers, "ROPARS", "GOULVEN")]);
        Assert.Null((await extract.ImportAsync(node)).Refusal);
    }

    private static async Task<HttpClient> RegisteredAsync(Node node)
    {
        var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);
        return phone;
    }

    private static async Task<IHtmlDocument> CheckAsync(HttpClient phone, string address, Rpps number, Func<FilledForm, FilledForm>? fill = null)
    {
        var form = new FilledForm(await phone.GetPageAsync(address)).Write("Form.Rpps", number.Value);
        return await (await (fill?.Invoke(form) ?? form).SendAsync(phone, $"{address}?handler=Check")).ReadPageAsync();
    }

    private static async Task<IHtmlDocument> SendCheckAsync(HttpClient phone, string address, string number) =>
        await (await new FilledForm(await phone.GetPageAsync(address)).Write("Form.Rpps", number).SendAsync(phone, $"{address}?handler=Check")).ReadPageAsync();

    private static string Said(IHtmlDocument page) => page.QuerySelector("#rpps .rs-banner")!.TextContent.Trim();
}
