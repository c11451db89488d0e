using System.Net;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts;

public sealed class MessageChoicesTests(PostgresServer postgres)
{
    private const string Sorts = "/mon-compte/messages/sortes";
    private const string Hours = "/mon-compte/messages/heures";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Sorts_chosen_on_the_page_are_what_the_outbox_reads_and_can_be_chosen_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();
        Assert.Empty((await RecipientAsync(node, member)).Refused);

        foreach (var sort in new[] { "Requests", "Reminders" })
        {
            var page = await member.Browser.GetPageAsync(Sorts);
            var answer = await member.Browser.SubmitAsync(page, Sorts, ("Form.Email", "Promises"), ("Form.Email", sort), ("Form.Sms", "Promises"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var refused = (await RecipientAsync(node, member)).Refused;
            Assert.DoesNotContain((Enum.Parse<MessageTopic>(sort), Channel.Email), refused);
            Assert.Contains((MessageTopic.Dossier, Channel.Email), refused);
            Assert.Contains((MessageTopic.Requests, Channel.Sms), refused);
            Assert.DoesNotContain((MessageTopic.Promises, Channel.Sms), refused);
        }

        Assert.Equal(["Promises", "Reminders"], (await member.Browser.GetPageAsync(Sorts)).QuerySelectorAll("input[name='Form.Email'][checked]").Select(box => box.GetAttribute("value")));
    }

    [Theory, OnEveryEngine]
    public async Task What_concerns_a_promise_is_not_silenced_and_what_one_looks_after_is_shown_to_who_does(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var volunteer = await node.SignInVolunteerAsync();
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility("290000017")));

        var answer = await volunteer.Browser.SubmitAsync(await volunteer.Browser.GetPageAsync(Sorts), Sorts, ("Form.Email", "Requests"), ("Form.Sms", "Promises"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Gardez un moyen", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await RecipientAsync(node, volunteer)).Refused);
        Assert.Null((await volunteer.Browser.GetPageAsync(Sorts)).QuerySelector("input[value=Managing]"));
        Assert.NotNull((await manager.Browser.GetPageAsync(Sorts)).QuerySelector("input[value=Managing]"));
    }

    [Theory, OnEveryEngine]
    public async Task Quiet_hours_of_each_day_hold_for_messages_and_for_who_is_asked_until_they_are_the_same_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var member = await node.SignInAsync();
        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/messages"), "/mon-compte/messages", ("Form.QuietFrom", "21:00"), ("Form.QuietTo", "06:00"));

        // Friday from 23 h to 10 h.
        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync(Hours), Hours, ("Form.Days[4].From", "23:00"), ("Form.Days[4].To", "10:00"));

        var saturday = new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(saturday.AddHours(1), (await RecipientAsync(node, member)).Quiet!.EndIfWithin(saturday));
        Assert.Equal(saturday.AddHours(1), (await QuietAsync(node, saturday))[member.Person]);
        Assert.Empty(await QuietAsync(node, saturday.AddDays(-1)));
        Assert.Equal(HttpStatusCode.Redirect, (await member.Browser.SubmitAsync(await member.Browser.GetPageAsync("/mon-compte/messages"), "/mon-compte/messages", ("Form.Language", "fr"))).StatusCode);
        Assert.Equal(saturday.AddHours(1), (await QuietAsync(node, saturday))[member.Person]);

        await member.Browser.SubmitAsync(await member.Browser.GetPageAsync(Hours), $"{Hours}?handler=Same");
        Assert.Empty(await QuietAsync(node, saturday));
        Assert.Equal(QuietWeek.EveryDay(new TimeOnly(21, 0), new TimeOnly(6, 0), "Europe/Paris"), (await RecipientAsync(node, member)).Quiet);

        Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> QuietAsync(Node on, DateTimeOffset now) =>
            on.WithAsync((IQuietHours hours) => hours.EndAsync([member.Person], now, isUrgent: false, Stop));
    }

    private static async Task<Recipient> RecipientAsync(Node node, SignedIn member) =>
        (await node.WithAsync((IRecipientDirectory directory) => directory.FindAsync([member.Person.Value], Stop)))[member.Person.Value];
}
