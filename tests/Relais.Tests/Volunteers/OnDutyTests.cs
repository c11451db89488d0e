using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.OnDuty;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Volunteers;

public sealed class OnDutyTests(PostgresServer postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task One_tap_on_the_first_page_says_available_until_the_end_of_the_day_and_one_takes_it_back(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);

        var home = await phone.GetPageAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, (await TapAsync(phone, home, OnDutyPage.On)).StatusCode);

        var on = await ReadAsync(node);
        Assert.InRange(on.OnDutyUntil!.Value - on.OnDutySince!.Value, TimeSpan.FromHours(4), TimeSpan.FromHours(24));
        Assert.Contains("jusqu’à", (await phone.GetPageAsync(OnDutyPage.Address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await TapAsync(phone, await phone.GetPageAsync("/"), OnDutyPage.Off);
        Assert.Equal((null, null), ((await ReadAsync(node)).OnDutySince, (await ReadAsync(node)).OnDutyUntil));
    }

    [Theory, OnEveryEngine]
    public async Task Available_and_paused_are_never_both_on_whichever_comes_last(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);
        await PauseAsync(phone);

        await TapAsync(phone, await phone.GetPageAsync("/"), OnDutyPage.On);
        var onDuty = await ReadAsync(node);
        Assert.True(onDuty is { IsOn: true, PausedUntil: null, OnDutyUntil: not null });

        await PauseAsync(phone);
        Assert.True(await ReadAsync(node) is { PausedUntil: not null, OnDutyUntil: null });

        var (switchPage, settings) = (await phone.GetPageAsync(OnDutyPage.Address), await phone.GetPageAsync("/mes-reglages"));
        for (var round = 0; round < 6; round++)
        {
            var answers = await Task.WhenAll(TapAsync(phone, switchPage, OnDutyPage.On), TapAsync(phone, switchPage, OnDutyPage.On), PauseAsync(phone, settings));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            var now = await ReadAsync(node);
            Assert.True(now.OnDutyUntil is null != now.PausedUntil is null, $"{now.OnDutyUntil} and {now.PausedUntil}");
        }
    }

    [Theory, OnEveryEngine]
    public async Task The_database_refuses_available_in_a_pause(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = Registrant.Phone(node);
        await Registrant.RegisterAsync(phone);
        await PauseAsync(phone);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => node.SqlAsync(engine is Engine.Postgres
            ? (FormattableString)$"UPDATE volunteer SET on_duty_since = now(), on_duty_until = now() + interval '1 hour'"
            : $"UPDATE volunteer SET on_duty_since = '2026-01-01', on_duty_until = '2026-01-02'"));

        Assert.True(refused.RefusedBy("volunteer_on_duty_or_paused"), refused.Message);
    }

    [Theory]
    [InlineData("2026-11-22T08:00:00Z", null, "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-22T21:30:00Z", null, "2026-11-23T01:30:00Z")] // 22 h 30: what is left of the day is short.
    [InlineData("2026-11-22T08:00:00Z", "18:00", "2026-11-22T17:00:00Z")]
    [InlineData("2026-11-22T20:00:00Z", "07:00", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-22T08:00:00Z", "09:00", "2026-11-23T08:00:00Z")]
    [InlineData("2026-10-24T10:00:00Z", "12:00", "2026-10-25T10:00:00Z")] // The clocks go back that night: a day, and no more.
    public void It_ends_at_the_hour_said_within_a_day(string now, string? time, string end)
    {
        var instant = DateTimeOffset.Parse(now, null);

        var during = time is null ? OnDutySpell.UntilEndOfDay(instant, "Europe/Paris") : OnDutySpell.Until(TimeOnly.Parse(time, null), instant, "Europe/Paris");

        Assert.Equal(new Interval(instant, DateTimeOffset.Parse(end, null)), during);
    }

    private static Task<HttpResponseMessage> TapAsync(HttpClient phone, IHtmlDocument page, string url) =>
        phone.PostAsync(new Uri(url, UriKind.Relative), new FormUrlEncodedContent([Token(page)]), Stop);

    private static KeyValuePair<string, string> Token(IHtmlDocument page) =>
        new("__RequestVerificationToken", page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task PauseAsync(HttpClient phone) => await PauseAsync(phone, await phone.GetPageAsync("/mes-reglages"));

    private static Task<HttpResponseMessage> PauseAsync(HttpClient phone, IHtmlDocument settings) =>
        phone.SubmitAsync(settings, "/mes-reglages", ("Form.PausedUntil", "2099-01-31"));

    private static Task<Volunteer> ReadAsync(Node node) => node.WithDbAsync(db => db.Set<Volunteer>().AsNoTracking().SingleAsync(Stop));
}
