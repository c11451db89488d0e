using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Series;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement.Series;

/// <summary>A series as a manager makes it on screen, and as a program does.</summary>
public sealed class SeriesPageTests(PostgresServer postgres)
{
    private static readonly string New = $"/etablissements/{ReinforcementWorld.Hospital.Value}/besoins/repeter";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_dates_are_seen_crossed_out_where_left_out_before_anything_is_stored(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var manager = (await SeriesHouse.ManagerAsync(node)).Browser;
        var form = await manager.GetPageAsync(New);

        var shown = await (await manager.SubmitAsync(form, New, Fields("2026-12-21", "2027-01-03"))).ReadPageAsync();

        Assert.Empty(await node.ReadAsync<NeedSeries>(_ => true));
        var lines = shown.QuerySelectorAll(".rs-dates__date");
        Assert.Equal(10, lines.Length);
        Assert.Equal(2, lines.Count(line => line.QuerySelector("s") is not null && line.TextContent.Contains("Jour férié, sauté", StringComparison.Ordinal)));
        Assert.Contains("20 h – 8 h", lines[0].TextContent, StringComparison.Ordinal);

        var created = await CreateAsync(manager, shown, Fields("2026-12-21", "2027-01-03"), leftOut: "2026-12-24");

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var series = Assert.Single(await node.ReadAsync<NeedSeries>(_ => true));
        Assert.Equal($"/series/{series.Id}", created.Headers.Location!.OriginalString);
        var needs = await SeriesHouse.NeedsAsync(node, series.Id);
        Assert.Equal(7, needs.Count);
        Assert.DoesNotContain(needs, need => need.SeriesDay == new DateOnly(2026, 12, 24));

        var page = await manager.GetPageAsync($"/series/{series.Id}");
        Assert.Equal(7, page.QuerySelectorAll("tbody tr").Length);
    }

    [Theory, OnEveryEngine]
    public async Task Dates_other_than_those_shown_are_shown_before_they_are_stored(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var manager = (await SeriesHouse.ManagerAsync(node)).Browser;
        var shown = await (await manager.SubmitAsync(await manager.GetPageAsync(New), New, Fields("2026-12-21", "2027-01-03"))).ReadPageAsync();

        var other = await CreateAsync(manager, shown, Fields("2026-12-21", "2027-01-10"));

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Empty(await node.ReadAsync<NeedSeries>(_ => true));
        Assert.Equal(15, (await other.ReadPageAsync()).QuerySelectorAll(".rs-dates__date").Length);
    }

    [Theory, OnEveryEngine]
    public async Task A_series_that_is_too_long_is_refused_with_the_number_that_it_may_have(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var manager = (await SeriesHouse.ManagerAsync(node)).Browser;

        var page = await (await manager.SubmitAsync(await manager.GetPageAsync(New), New, Fields("2026-12-21", "2027-11-01"))).ReadPageAsync();

        Assert.Contains("130 dates au plus", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".rs-dates"));
    }

    [Theory, OnEveryEngine]
    public async Task One_form_changes_one_date_or_the_following_and_the_rest_is_cancelled_and_restored(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var manager = (await SeriesHouse.ManagerAsync(node)).Browser;
        var series = await SeriesHouse.RepeatAsync(node, SeriesHouse.Nights(6));
        var needs = await SeriesHouse.NeedsAsync(node, series);

        var change = $"/besoins/{needs[2].Id}/modifier";
        await manager.SubmitAsync(await manager.GetPageAsync(change), change, ("Reach", "ThisDate"), ("Form.Starts", "22:00"));
        change = $"/besoins/{needs[3].Id}/modifier";
        var following = await manager.SubmitAsync(await manager.GetPageAsync(change), change, ("Reach", "Following"), ("Form.HeadCount", "2"));
        Assert.Equal($"/series/{series}", following.Headers.Location!.OriginalString);
        var moved = await manager.SubmitAsync(await manager.GetPageAsync(change), change, ("Reach", "Series"), ("Form.Day", "2026-12-25"));
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);

        var after = await SeriesHouse.NeedsAsync(node, series);
        Assert.Equal([1, 1, 1, 2, 2, 2], after.Select(need => need.HeadCount));
        Assert.Equal([false, false, true, false, false, false], after.Select(need => need.ChangedAlone));
        var page = await manager.GetPageAsync($"/series/{series}");
        Assert.Contains("Changée", page.QuerySelectorAll("tbody tr")[2].TextContent, StringComparison.Ordinal);

        var cancelled = await manager.SubmitAsync(page, $"/series/{series}?handler=Cancel", ("From", "2026-11-26"));
        var undo = await manager.GetPageAsync(cancelled.Headers.Location!.OriginalString);
        Assert.Equal(4, (await SeriesHouse.NeedsAsync(node, series)).Count(need => need.State is NeedState.Cancelled));
        await manager.SubmitAsync(undo, $"/series/{series}?handler=Restore", ("Since", undo.QuerySelector("[name=Since]")!.GetAttribute("value")!));
        Assert.DoesNotContain(await SeriesHouse.NeedsAsync(node, series), need => need.State is NeedState.Cancelled);
    }

    [Theory, OnEveryEngine]
    public async Task A_program_plans_makes_reads_and_cancels_a_series_of_its_own_establishment_alone(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var body = new
        {
            id = Guid.CreateVersion7(), finess = ReinforcementWorld.Hospital.Value, cell = "nurse.intensive-care", startsAt = "2026-12-21T20:00:00+01:00", endsAt = "2026-12-22T08:00:00+01:00",
            reason = "Congé", site = "Porte B", payBasis = "unpaid", contactName = "Cadre", contactPhone = "02 98 00 00 00",
            days = new[] { "monday", "thursday" }, until = "2027-01-10", skipsHolidays = true, leftOut = new[] { "2026-12-28" },
        };
        var program = await ProgramAsync(node, ReinforcementWorld.Hospital.Value);

        var planned = await JsonAsync(await program.PostAsJsonAsync(new Uri("/api/v1/need-series/dates", UriKind.Relative), body, Stop));
        Assert.Equal([true, true, false, true, true, true], planned.EnumerateArray().Select(date => date.GetProperty("kept").GetBoolean()));
        var created = await JsonAsync(await program.PostAsJsonAsync(new Uri("/api/v1/need-series", UriKind.Relative), body, Stop));
        var again = await JsonAsync(await program.PostAsJsonAsync(new Uri("/api/v1/need-series", UriKind.Relative), body, Stop));
        Assert.Equal(5, created.GetProperty("dates").GetArrayLength());
        Assert.Equal(5, again.GetProperty("dates").GetArrayLength());

        var address = $"/api/v1/need-series/{body.id}";
        var stranger = await ProgramAsync(node, "350005179");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsJsonAsync(new Uri("/api/v1/need-series", UriKind.Relative), body, Stop)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(address, UriKind.Relative), Stop)).StatusCode);
        var act = await JsonAsync(await program.PostAsJsonAsync(new Uri($"{address}/cancel", UriKind.Relative), new { from = "2026-12-31" }, Stop));
        Assert.Equal(3, act.GetProperty("dates").GetInt32());
        await program.PostAsJsonAsync(new Uri($"{address}/restore", UriKind.Relative), new { since = act.GetProperty("at").GetString() }, Stop);
        var read = await JsonAsync(await program.GetAsync(new Uri(address, UriKind.Relative), Stop));
        Assert.All(read.GetProperty("dates").EnumerateArray(), date => Assert.Equal("draft", date.GetProperty("need").GetProperty("state").GetString()));
    }

    [Theory, OnEveryEngine]
    public async Task A_program_that_names_the_ends_of_the_calendar_or_leaves_out_nothing_is_answered_in_words(Engine engine)
    {
        await using var house = await SeriesHouse.OpenAsync(engine, postgres);
        var node = house.AddNode(works: false);
        var program = await ProgramAsync(node, ReinforcementWorld.Hospital.Value);

        foreach (var (starts, ends, until, status) in new[]
        {
            ("0001-01-01T00:00:00Z", "0001-01-01T08:00:00Z", "9999-12-31", HttpStatusCode.BadRequest),
            ("9999-12-31T00:00:00Z", "9999-12-31T08:00:00Z", "9999-12-31", HttpStatusCode.BadRequest),
            ("2026-12-21T20:00:00Z", "2026-12-22T08:00:00Z", "9999-12-31", HttpStatusCode.UnprocessableEntity),
            ("2026-12-21T20:00:00Z", "2026-12-22T08:00:00Z", "2026-12-28", HttpStatusCode.OK),
        })
        {
            var body = new
            {
                finess = ReinforcementWorld.Hospital.Value, cell = "nurse.intensive-care", startsAt = starts, endsAt = ends, reason = "Congé", site = "Porte B", payBasis = "unpaid",
                contactName = "Cadre", contactPhone = "02 98 00 00 00", days = new[] { "monday" }, until, leftOut = (string[]?)null,
            };
            Assert.Equal(status, (await program.PostAsJsonAsync(new Uri("/api/v1/need-series/dates", UriKind.Relative), body, Stop)).StatusCode);
        }
    }

    private static async Task<HttpClient> ProgramAsync(Node node, string finess)
    {
        var member = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(finess)));
        await using var scope = node.Services.CreateAsyncScope();
        var token = scope.ServiceProvider.GetRequiredService<IAccounts>().IssueToken(member.Account, "test");
        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
        var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static (string, string)[] Fields(string from, string until) =>
    [
        ("Form.Day", from), ("Form.Starts", "20:00"), ("Form.Ends", "08:00"), ("Form.EndsHow", "OnDay"), ("Form.Until", until), ("Form.SkipsHolidays", "true"),
        ("Form.Cell", "nurse.intensive-care"), ("Form.HeadCount", "1"), ("Form.BreakMinutes", "20"), ("Form.PayBasis", "Unpaid"), ("Form.Level", "None"), ("Form.Filling", "FirstSuitable"),
        ("Form.Reason", "Congé maternité"), ("Form.Site", "Porte B"), ("Form.ContactName", "Cadre"), ("Form.ContactPhone", "02 98 00 00 00"), ("Form.LeadDays", "10"),
    ];

    private static Task<HttpResponseMessage> CreateAsync(HttpClient manager, IHtmlDocument shown, (string, string)[] fields, string? leftOut = null) =>
        manager.SubmitAsync(shown, $"{New}?handler=Create", leftOut is null ? fields : [.. fields, ("Form.LeftOut", leftOut)]);
}
