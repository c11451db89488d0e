using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Accounts;

public sealed class DelegationTests(PostgresServer postgres)
{
    private const string Url = HandOverModel.Address;
    private const string Mine = "/etablissements";
    private const string Theirs = "claire@exemple.fr";

    private static readonly Scope Hospital = new Scope.Facility("290000017");
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly SettableClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_colleague_accepts_acts_until_the_hour_said_and_no_longer(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);
        await node.WithDbAsync(async db =>
        {
            db.Add(ReinforcementWorld.NewNeed(1, Evening.AddHours(6)));
            return await db.SaveChangesAsync(Stop);
        });
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync(manager)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        var asked = await colleague.Browser.GetPageAsync(Url);
        Assert.Contains("Deux arrêts cette nuit", asked.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(asked.QuerySelector("main .rs-card a[href^='/besoins/']"));
        Assert.Contains((await node.MessagesAsync()), message => message.Template == DelegationAsked.Template && message.PersonId == colleague.Person.Value);

        await PressAsync(colleague, "Accept");
        Assert.Equal(HttpStatusCode.OK, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        Assert.Contains("Confiée à", (await manager.Browser.GetPageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Confiée par", (await colleague.Browser.GetPageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        _clock.Set(Evening.AddHours(15));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(["role.delegated", "role.delegation_asked"], (await JournalAsync(node, colleague)).Where(action => action.StartsWith("role.deleg", StringComparison.Ordinal)));

        // One that is over stands in the way of none.
        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync(manager)).StatusCode);
    }

    [Theory, OnEveryEngine]
    public async Task It_is_taken_back_or_given_back_at_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);

        foreach (var who in new[] { manager, colleague })
        {
            await AskAsync(manager);
            await PressAsync(colleague, "Accept");
            Assert.Equal(HttpStatusCode.OK, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
            await PressAsync(who, "End");
            Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        }
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_hands_on_what_was_handed_to_them_nor_more_than_they_hold(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);
        var volunteer = await node.SignInVolunteerAsync();
        await AddAddressAsync(node, volunteer, "vol@exemple.fr");
        await AddAddressAsync(node, manager, "manager@exemple.fr");

        Assert.Contains("Aucun collègue", await RefusalAsync(await AskAsync(manager, to: "vol@exemple.fr")), StringComparison.Ordinal);
        Assert.Contains("Aucun collègue", await RefusalAsync(await AskAsync(manager, to: "manager@exemple.fr")), StringComparison.Ordinal);
        Assert.Contains("Trois mois", await RefusalAsync(await AskAsync(manager, until: "2027-09-01")), StringComparison.Ordinal);
        Assert.Contains("après le début", await RefusalAsync(await AskAsync(manager, until: "2026-11-21")), StringComparison.Ordinal);
        var own = (await node.ReadAsync<HeldRole>(role => role.AccountId == colleague.Account)).Single();
        Assert.Contains("Choisissez", await RefusalAsync(await AskAsync(manager, held: own.Id)), StringComparison.Ordinal);

        await AskAsync(manager);
        Assert.Contains("déjà confiée", await RefusalAsync(await AskAsync(manager)), StringComparison.Ordinal);
        await PressAsync(colleague, "Accept");
        var delegated = (await node.ReadAsync<HeldRole>(role => role.DelegationId != null)).Single();
        Assert.Contains("vous a été confiée", await RefusalAsync(await AskAsync(colleague, to: "manager@exemple.fr", held: delegated.Id)), StringComparison.Ordinal);
        Assert.DoesNotContain($"{delegated.Id}", (await colleague.Browser.GetStringAsync(new Uri(Url, UriKind.Relative), Stop)), StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_role_that_ends_takes_what_hangs_on_it_along(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);
        await AskAsync(manager);
        await PressAsync(colleague, "Accept");

        await node.WithAsync(async (IServiceProvider services) =>
        {
            var roles = services.GetRequiredService<IRoles>();
            await roles.EndAsync((await roles.OfAsync(manager.Account, Stop)).Single().Id, "parti", Stop);
            return await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Browser.GetAsync(new Uri(Mine, UriKind.Relative), Stop)).StatusCode);
        Assert.DoesNotContain("Confiée", (await colleague.Browser.GetPageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Accepted_twice_at_once_gives_one_right_and_the_page_of_roles_says_by_whom(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        await AskAsync(manager);
        var page = await colleague.Browser.GetPageAsync(Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PressAsync(colleague, "Accept", page)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode is HttpStatusCode.Redirect));
        Assert.Single(await node.ReadAsync<HeldRole>(role => role.DelegationId != null));
        Assert.Contains("confié par Camille Le Goff", (await administrator.Browser.GetPageAsync($"/administration/comptes/{colleague.Person}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("main passée", (await administrator.Browser.GetPageAsync($"/administration/comptes/{manager.Person}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_answers_for_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var (manager, colleague) = await PairAsync(node);
        var stranger = await node.SignInAsync((Role.Planner, new Scope.Territory("DEP-29")));
        await AskAsync(manager);
        var id = (await node.ReadAsync<Delegation>(_ => true)).Single().Id;

        foreach (var (who, handler) in new[] { (stranger, "Accept"), (stranger, "End"), (manager, "Accept") })
        {
            // The token of a page of their own.
            var own = await who.Browser.GetPageAsync("/mon-compte/messages");
            var answer = await who.Browser.PostAsync(
                new Uri($"{Url}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent([Token(own), new("delegation", $"{id}")]), Stop);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }

        Assert.True((await node.ReadAsync<Delegation>(_ => true)).Single() is { AcceptedAt: null, ClosedAt: null });
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(colleague, "Accept")).StatusCode);
    }

    private Node Start(Installation installation)
    {
        _clock.Set(Evening);
        return installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
    }

    /// <summary>A manager, and somebody who works with Relais elsewhere.</summary>
    private static async Task<(SignedIn Manager, SignedIn Colleague)> PairAsync(Node node)
    {
        var (manager, colleague) = (await node.SignInAsync((Role.FacilityManager, Hospital)), await node.SignInAsync((Role.Planner, new Scope.Territory("DEP-29"))));
        await AddAddressAsync(node, colleague, Theirs);
        return (manager, colleague);
    }

    private static Task<int> AddAddressAsync(Node node, SignedIn member, string email) => node.WithAsync(async (IServiceProvider services) =>
    {
        Assert.True(ContactPoint.TryEmail(email, out var address));
        await services.GetRequiredService<IPeople>().AddAddressAsync(member.Person, address, Stop, isProved: true);
        return await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
    });

    /// <summary>From this evening until the next morning, unless said otherwise.</summary>
    private async Task<HttpResponseMessage> AskAsync(SignedIn who, string to = Theirs, Guid? held = null, string? until = null)
    {
        var page = await who.Browser.GetPageAsync(Url);
        var now = _clock.GetUtcNow();
        return await who.Browser.PostAsync(
            new Uri(Url, UriKind.Relative),
            new FormUrlEncodedContent(
            [
                page.QuerySelector("input[name=__RequestVerificationToken]") is null ? throw new InvalidOperationException("no form") : Token(page),
                new("Form.Held", held?.ToString() ?? page.QuerySelectorAll("select[name='Form.Held'] option").Select(option => option.GetAttribute("value")!).Last()),
                new("Form.Colleague", to),
                new("Form.FromDay", Day(now)),
                new("Form.FromTime", "18:00"),
                new("Form.UntilDay", until ?? Day(now.AddDays(1))),
                new("Form.UntilTime", "08:00"),
                new("Form.Note", "Deux arrêts cette nuit en réanimation."),
            ]),
            Stop);
    }

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> PressAsync(SignedIn who, string handler, IHtmlDocument? page = null)
    {
        page ??= await who.Browser.GetPageAsync(Url);
        var form = page.QuerySelectorAll("main form").First(form => form.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) is true);
        return await who.Browser.PostAsync(
            new Uri($"{Url}?handler={handler}", UriKind.Relative),
            new FormUrlEncodedContent([Token(page), new("delegation", form.QuerySelector("input[name=delegation]")!.GetAttribute("value")!)]),
            Stop);
    }

    private static KeyValuePair<string, string> Token(IHtmlDocument page) =>
        new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
    }

    private static async Task<IEnumerable<string>> JournalAsync(Node node, SignedIn subject) =>
        (await node.WithAsync((JournalReader journal) => journal.ReadAsync(new JournalQuestion(SubjectKind: "account", SubjectId: $"{subject.Account}"), 20, Stop))).Select(line => line.Action);
}
