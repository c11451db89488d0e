using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Registration;

namespace Relais.Tests.Volunteers;

public class RegistrationTests(PostgresServer postgres)
{
    private const string First = "/volontaires/inscription";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_care_assistant_without_RPPS_registers_in_six_steps(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);

        await Registrant.GoToCheckAsync(phone);
        var check = await phone.GetPageAsync($"{First}/6");
        Assert.Contains("Aide-soignant, gériatrie", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gourin", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var done = await new FilledForm(check).Tick("Form.Agrees").SendAsync(phone, $"{First}/6");

        Assert.Equal($"{First}/merci", done.Headers.Location!.ToString());
        var thanks = (await phone.GetPageAsync($"{First}/merci")).Body!.TextContent;
        Assert.Contains("Votre dossier est ouvert", thanks, StringComparison.Ordinal);
        Assert.Contains("message que nous venons d’envoyer à 06 12 34 56 78", thanks, StringComparison.Ordinal);
        var volunteer = await node.WithDbAsync(db => db.Set<Volunteer>().AsNoTracking()
            .Include(v => v.Skills).Include(v => v.Zones).Include(v => v.Titles).Include(v => v.Spells).SingleAsync(Cancellation));
        Assert.Equal((VolunteerStatus.Active, Regime.HospitalAgent, null), (volunteer.Status, volunteer.Regime, volunteer.Rpps));
        Assert.Equal(("56066", 30, 2), (volunteer.HomeCommune.Value, volunteer.TravelMinutes, volunteer.NoticeHours));
        Assert.Equal(("care-assistant.geriatrics", 6), (Assert.Single(volunteer.Skills).Cell.Code, volunteer.Skills[0].Years));
        Assert.Equal(new Zone(ZoneKind.Epci, "245614417"), Assert.Single(volunteer.Zones).Zone);
        Assert.True(volunteer.Week.Covers(4, 21, 10));
        Assert.False(volunteer.Week.Covers(3, 21, 10));
        Assert.Equal(0, await node.WithDbAsync(db => db.Set<RegistrationDraft>().CountAsync(Cancellation)));

        await using var scope = node.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IPeople>();
        Assert.Equal("Maëlle Kerriou", (await people.FindAsync(volunteer.PersonId, Cancellation))!.FullName);
        Assert.Equal("06 12 34 56 78", Assert.Single(await people.AddressesAsync(volunteer.PersonId, Cancellation)).Address.ToString());
    }

    [Fact]
    public async Task Who_closes_the_browser_goes_on_where_it_was()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.WriteWhoAsync(phone);

        var jumped = await phone.GetAsync(new Uri($"{First}/5", UriKind.Relative), Cancellation);
        var back = await phone.GetPageAsync(First);
        using var stranger = Registrant.Phone(node);
        var elsewhere = await stranger.GetPageAsync(First);

        Assert.Equal($"{First}/2", jumped.Headers.Location!.ToString());
        Assert.NotNull(back.QuerySelector($"main a[href='{First}/2']"));
        Assert.Equal("Maëlle", ((IHtmlInputElement)back.QuerySelector("[name='Form.FirstName']")!).Value);
        Assert.Equal("", ((IHtmlInputElement)elsewhere.QuerySelector("[name='Form.FirstName']")!).Value);
    }

    [Fact]
    public async Task A_wrong_number_gets_a_sentence_and_nothing_typed_is_lost()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var phone = Registrant.Phone(installation.AddNode());
        await Registrant.WriteWhoAsync(phone);

        var refused = await (await new FilledForm(await phone.GetPageAsync($"{First}/2"))
            .Tick("Form.Professions", "nurse").Tick("Form.Status", "Student").Tick("Form.Regime", "Liberal").Write("Form.Rpps", "10005355573")
            .SendAsync(phone, $"{First}/2")).ReadPageAsync();

        Assert.Contains("n’existe pas", refused.QuerySelector("#Form_Rpps-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("10005355573", ((IHtmlInputElement)refused.QuerySelector("[name='Form.Rpps']")!).Value);
        Assert.NotNull(refused.QuerySelector("[name='Form.Professions'][value=nurse][checked]"));
        Assert.NotNull(refused.QuerySelector("[name='Form.Status'][value=Student][checked]"));
    }

    [Fact]
    public async Task A_number_that_has_a_dossier_is_not_taken_twice()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await using (var scope = node.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Dossiers>().OpenAsync(Invented.Nurse() with { Rpps = Relais.Kernel.Identifiers.Rpps.Stored("10005355572") }, Cancellation);
        }

        using var phone = Registrant.Phone(node);
        await Registrant.WriteWhoAsync(phone);

        var refused = await (await new FilledForm(await phone.GetPageAsync($"{First}/2"))
            .Tick("Form.Professions", "nurse").Tick("Form.Status", "Active").Tick("Form.Regime", "Liberal").Write("Form.Rpps", "10005355572")
            .SendAsync(phone, $"{First}/2")).ReadPageAsync();

        Assert.Contains("a déjà un dossier", refused.QuerySelector("#Form_Rpps-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_borne_by_several_communes_asks_which_one()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var phone = Registrant.Phone(installation.AddNode());
        await Registrant.WriteWhoAsync(phone);
        await Registrant.WritePracticeAsync(phone);
        await Registrant.WriteSkillsAsync(phone);

        var asked = await (await new FilledForm(await phone.GetPageAsync($"{First}/4")).Write("Form.Home", "Saint-Nicolas").SendAsync(phone, $"{First}/4")).ReadPageAsync();
        var choices = asked.QuerySelectorAll<IHtmlInputElement>("[name='Form.HomeCode'][type=radio]").Select(choice => choice.Value).ToList();
        var chosen = await new FilledForm(asked).Tick("Form.HomeCode", choices[1]).SendAsync(phone, $"{First}/4");

        Assert.True(choices.Count > 1);
        Assert.Equal($"{First}/5", chosen.Headers.Location!.ToString());
        Assert.Equal(choices[1], ((IHtmlInputElement)(await phone.GetPageAsync($"{First}/4")).QuerySelector("[name='Form.HomeCode']")!).Value);
    }

    [Fact]
    public async Task Every_step_says_beside_the_field_what_is_missing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var phone = Registrant.Phone(installation.AddNode());

        Assert.Equal(
            ["Indiquez votre prénom", "Indiquez votre nom", "Indiquez une adresse électronique ou un mobile : un seul suffit"],
            await ErrorsAsync(phone, First));
        await Registrant.WriteWhoAsync(phone);
        Assert.Equal(
            ["Choisissez au moins un métier", "Choisissez votre situation", "Choisissez votre employeur : la loi sur le repos en dépend"],
            await ErrorsAsync(phone, $"{First}/2"));
        await Registrant.WritePracticeAsync(phone);
        Assert.Equal(["Indiquez votre expérience dans au moins un service"], await ErrorsAsync(phone, $"{First}/3"));
        await Registrant.WriteSkillsAsync(phone);
        Assert.Equal(["Indiquez votre commune"], await ErrorsAsync(phone, $"{First}/4"));
    }

    [Fact]
    public async Task From_the_check_one_answer_is_changed_and_the_check_comes_back()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var phone = Registrant.Phone(installation.AddNode());
        await Registrant.GoToCheckAsync(phone);

        var change = (await phone.GetPageAsync($"{First}/6")).QuerySelectorAll<IHtmlAnchorElement>("main a").First(link => link.GetAttribute("href")!.StartsWith($"{First}/5", StringComparison.Ordinal)).GetAttribute("href")!;
        var answer = await new FilledForm(await phone.GetPageAsync(change)).Write("Form.NoticeHours", "24").SendAsync(phone, change);

        Assert.Equal($"{First}/6", answer.Headers.Location!.ToString());
        Assert.Contains("En 24 heures", (await phone.GetPageAsync($"{First}/6")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_opened_without_consent()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.GoToCheckAsync(phone);

        Assert.Equal(["Cochez la case pour ouvrir votre dossier"], await ErrorsAsync(phone, $"{First}/6"));
        Assert.Equal(0, await node.WithDbAsync(db => db.Set<Volunteer>().CountAsync(Cancellation)));
    }

    private static async Task<List<string>> ErrorsAsync(HttpClient phone, string url)
    {
        var page = await (await new FilledForm(await phone.GetPageAsync(url)).SendAsync(phone, url)).ReadPageAsync();
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-error-summary a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        return [.. page.QuerySelectorAll(".govuk-error-summary li").Select(item => item.TextContent.Trim())];
    }
}
