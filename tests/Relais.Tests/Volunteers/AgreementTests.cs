using Relais.Kernel.Data;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;
using Relais.Volunteers.Contracts;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Volunteers;

/// <summary>Who needs the agreement of an employer is asked for the days that one covers; who did not say for whom they work is not stopped.</summary>
public sealed class AgreementTests(PostgresServer postgres)
{
    private const string Address = "/mon-dossier/accord-employeur";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_public_agent_is_proposed_what_the_agreement_covers_and_told_why_not_the_rest(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var (soon, later) = (NewNeed(1, Night(3)), NewNeed(1, Night(9)));
        soon.Wave = later.Wave = 1;
        await node.AskAsync(soon, people: 0);
        await node.AskAsync(later, people: 0);
        Assert.Null(await WhyNotAsync(soon));

        await SendAsync("form#kind", form => form.Tick("Kind.Kind", "PublicAgent"), "Kind");
        Assert.Equal("employer-agreement", await WhyNotAsync(soon));
        var overview = (await nurse.Browser.GetPageAsync("/mon-dossier")).QuerySelectorAll(".govuk-task-list__item")
            .Single(task => task.QuerySelector($"a[href='{Address}']") is not null).TextContent;
        Assert.Contains("À compléter", overview, StringComparison.Ordinal);
        Assert.Contains("demandez-le à votre employeur", overview, StringComparison.Ordinal);
        Assert.Contains("accord de votre employeur", (await nurse.Browser.GetPageAsync($"/pres-de-chez-moi/{soon.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await node.WithAsync((CandidateSearch search) => search.SearchAsync(soon, Stop))).Steps.Single(step => step.Code is "employer-agreement").Stopped);

        var letter = await nurse.Browser.GetByteArrayAsync(new Uri("/mon-dossier/accord-employeur/lettre.pdf", UriKind.Relative), Stop);
        Assert.Equal("%PDF"u8.ToArray(), letter[..4]);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var refused = await (await FillAsync("form#ajout", form => form.Write("Form.Employer", "CHU de Brest").Write("Form.From", $"{today:yyyy-MM-dd}").Write("Form.Until", $"{today.AddDays(-1):yyyy-MM-dd}"), "Add")).ReadPageAsync();
        Assert.Contains("Le dernier jour vient après le premier", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("CHU de Brest", refused.QuerySelector("input[name='Form.Employer']")!.GetAttribute("value"));
        await SendAsync("form#ajout", form => form.Write("Form.Employer", "CHU de Brest").Write("Form.From", $"{today:yyyy-MM-dd}").Write("Form.Until", $"{today.AddDays(5):yyyy-MM-dd}"), "Add");

        Assert.Null(await WhyNotAsync(soon));
        Assert.Equal("employer-agreement", await WhyNotAsync(later));
        Assert.Contains("CHU de Brest", await nurse.Browser.GetStringAsync(new Uri("/mon-compte/donnees/copie.json", UriKind.Relative), Stop), StringComparison.Ordinal);
        await SendAsync("form[action*=Remove]", form => form, "Remove");
        Assert.Equal("employer-agreement", await WhyNotAsync(soon));

        await SendAsync("form#kind", form => form.Tick("Kind.Kind", "Salaried"), "Kind");
        Assert.Null(await WhyNotAsync(soon));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await nurse.Browser.GetAsync(new Uri("/mon-dossier/accord-employeur/lettre.pdf", UriKind.Relative), Stop)).StatusCode);

        async Task<string?> WhyNotAsync(Need need) => (await node.WithAsync((NearbyNeeds nearby) => nearby.FindAsync(nurse.Person, need.Id, Stop)))!.WhyNot;

        async Task<HttpResponseMessage> FillAsync(string form, Func<FilledForm, FilledForm> fill, string handler) =>
            await fill(new FilledForm(await nurse.Browser.GetPageAsync(Address), form)).SendAsync(nurse.Browser, $"{Address}?handler={handler}");

        async Task SendAsync(string form, Func<FilledForm, FilledForm> fill, string handler) =>
            Assert.Equal(System.Net.HttpStatusCode.Redirect, (await FillAsync(form, fill, handler)).StatusCode);
    }

    [Fact]
    public async Task Only_those_who_practise_need_one()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var need = NewNeed(1, Night(3));
        await node.AskAsync(need, people: 0);
        foreach (var status in Enum.GetValues<VolunteerStatus>())
        {
            await node.InviteNurseAsync(dossier => dossier with { Status = status, EmployerKind = EmployerKind.SalariedExclusive, Titles = [] });
        }

        var found = await node.WithAsync((CandidateSearch search) => search.SearchAsync(need, Stop));

        Assert.Equal((3, 1), (found.Askable.Count, found.Steps.Single(step => step.Code is "employer-agreement").Stopped));
    }
}
