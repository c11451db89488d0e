using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Volunteers;

public class MyDossierTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_dossier_is_changed_page_by_page(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);

        await SaveAsync(phone, "/mon-dossier/zones", form => form.Write("Form.TravelMinutes", "60").Untick("Form.Around", "Epci").Tick("Form.Around", "Department").Tick("Form.Overseas", "971"));
        await SaveAsync(phone, "/mon-dossier/competences", form => form.Write("Form.Lines[4].Experience", "LessThanOne").Write("Form.Lines[4].Last", "WithinYear"));
        await SaveAsync(phone, "/mes-reglages", form => form.Write("Form.WeeklyLimit", "2").Write("Form.PausedUntil", "2099-01-31"));
        var more = await new FilledForm(await phone.GetPageAsync("/mon-dossier/metier")).Tick("Form.Professions", "porter").SendAsync(phone, "/mon-dossier/metier");
        var added = more.Headers.Location!.ToString();
        await SaveAsync(phone, added, form => form.Write("Form.Lines[5].Experience", "OneToTwo").Write("Form.Lines[5].Last", "Now"));

        var volunteer = await ReadAsync(node);
        Assert.Equal(60, volunteer.TravelMinutes);
        Assert.Equal([new Zone(ZoneKind.Department, "56"), new Zone(ZoneKind.Overseas, "971")], volunteer.Zones.Select(zone => zone.Zone).OrderBy(zone => zone.Kind));
        Assert.Equal(["care-assistant.emergency", "care-assistant.geriatrics", "porter"], volunteer.Skills.Select(skill => skill.Cell.Code).Order(StringComparer.Ordinal));
        Assert.Equal((2, new DateOnly(2099, 1, 31)), (volunteer.WeeklyLimit, volunteer.PausedUntil));
        Assert.Contains("En pause", (await phone.GetPageAsync("/mon-dossier")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_task_list_says_what_is_missing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var phone = Registrant.Phone(installation.AddNode());
        await Registrant.RegisterAsync(phone);

        var page = await phone.GetPageAsync("/mon-dossier");

        var missing = page.QuerySelectorAll(".govuk-task-list__item").Where(task => task.TextContent.Contains("À compléter", StringComparison.Ordinal))
            .Select(task => task.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["/mon-compte/adresses", "/mon-dossier/titres", "/mes-horaires"], missing);
    }

    [Fact]
    public async Task Dates_are_added_removed_brought_back_and_copied_to_the_next_week()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);
        const string url = "/mes-disponibilites";

        // 4 January 2027 is a Monday; in Paris its day begins at 23:00 UTC on the 3rd.
        var added = await new FilledForm(await phone.GetPageAsync(url), "form#ajout")
            .Tick("Spell.Kind", "Blocked").Write("Spell.From", "2027-01-04").Write("Spell.To", "2027-01-05").SendAsync(phone, $"{url}?handler=Add");
        var page = await phone.GetPageAsync(url);
        var removed = await new FilledForm(page, "form[action*=Remove]").SendAsync(phone, $"{url}?handler=Remove");
        var undo = await phone.GetPageAsync(removed.Headers.Location!.ToString());
        Assert.Empty((await ReadAsync(node)).Readiness.Spells);
        await new FilledForm(undo, "form[action*=Restore]").SendAsync(phone, $"{url}?handler=Restore");
        await new FilledForm(await phone.GetPageAsync(url), "form[action*=Copy]").SendAsync(phone, $"{url}?handler=Copy");
        await new FilledForm(await phone.GetPageAsync(url), "form[action*=Copy]").SendAsync(phone, $"{url}?handler=Copy");

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var spells = (await ReadAsync(node)).Readiness.Spells.OrderBy(spell => spell.During.Start).ToList();
        Assert.Equal(
            [new DateTimeOffset(2027, 1, 3, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 10, 23, 0, 0, TimeSpan.Zero)],
            spells.Select(spell => spell.During.Start));
        Assert.All(spells, spell => Assert.Equal((SpellKind.Blocked, TimeSpan.FromDays(2)), (spell.Kind, spell.During.Length)));
    }

    [Fact]
    public async Task A_week_set_hour_by_hour_is_not_lost_on_the_page_of_periods()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);

        await SaveAsync(phone, "/mes-disponibilites/heures", form => form.Tick("Hours", "2.9").Tick("Hours", "2.10"));
        await new FilledForm(await phone.GetPageAsync("/mes-disponibilites"), "form#semaine").Write("Form.NoticeHours", "12").SendAsync(phone, "/mes-disponibilites");

        var volunteer = await ReadAsync(node);
        Assert.True(volunteer.Week.Covers(2, 9, 2));
        Assert.True(volunteer.Week.Covers(4, 19, 13));
        Assert.Equal(12, volunteer.NoticeHours);
    }

    [Theory, OnEveryEngine]
    public async Task A_proof_goes_to_the_queue_and_its_verdict_opens_the_level(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);
        var page = await phone.GetPageAsync("/mon-dossier/titres");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("main form input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new StringContent("care-assistant"), "Form.Profession" },
            { new StringContent("HospitalActive"), "Form.Level" },
            { new ByteArrayContent("%PDF-1.7 diplome"u8.ToArray()), "Form.Proof", "diplome.pdf" },
        };

        var sent = await phone.PostAsync(new Uri("/mon-dossier/titres", UriKind.Relative), body, Cancellation);
        var waiting = await phone.GetPageAsync("/mon-dossier/titres");
        var title = (await ReadAsync(node)).Titles.Single();
        await using (var scope = node.Services.CreateAsyncScope())
        {
            var handler = scope.ServiceProvider.GetServices<IVerificationHandler>().Single(handler => handler.Kind == "volunteer.title");
            await handler.DecidedAsync(
                new VerificationDecision(Guid.CreateVersion7(), title.Id, title.PersonId, VerificationState.Accepted, Level: 3, new DateOnly(2099, 1, 1), "vu", AccountId.New(), DateTimeOffset.UtcNow),
                Cancellation);
        }

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("En vérification", waiting.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var candidate = (await node.Services.GetRequiredService<IVolunteerPool>().GetAsync(Cancellation)).Find(title.PersonId.Value)!;
        Assert.Equal(3, Assert.Single(candidate.Titles).Level);
    }

    [Fact]
    public async Task Who_has_no_dossier_is_led_to_the_registration()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var stranger = Registrant.Phone(installation.AddNode());

        var answer = await stranger.GetAsync(new Uri("/mon-dossier", UriKind.Relative), Cancellation);

        Assert.StartsWith("/connexion", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    private static async Task SaveAsync(HttpClient phone, string url, Func<FilledForm, FilledForm> fill)
    {
        var response = await fill(new FilledForm(await phone.GetPageAsync(url))).SendAsync(phone, url);
        Assert.True(response.StatusCode is HttpStatusCode.Redirect, (await response.ReadPageAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
    }

    private static async Task<Volunteer> ReadAsync(Node node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<RelaisDb>().Set<Volunteer>().Select(volunteer => volunteer.PersonId).SingleAsync(Cancellation);
        return (await scope.ServiceProvider.GetRequiredService<Dossiers>().ReadAsync(person, Cancellation))!;
    }
}
