using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Missions.Calendar;
using Relais.Missions.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Missions;

/// <summary>What a calendar that knows nothing of Relais reads at the address of a person (ical.js).</summary>
public sealed class CalendarTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Missions_are_read_on_the_clocks_of_their_place_with_changes_and_cancellations(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var clock = new SettableClock();
        clock.Set(Instant("2027-05-01T08:00Z"));
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var (person, other) = (PersonId.New(), PersonId.New());
        var (longNight, noumea, moved, off) = (Origin(), Origin(), Origin(), Origin());
        await node.WithAsync<IMissions, bool>(async missions =>
        {
            // The night of 31 October 2027 in Paris has eleven hours between 21 h and 7 h.
            await missions.OpenAsync(NewMission(longNight, person, Hours("2027-10-30T19:00Z", 11), "Europe/Paris"), Stop);
            await missions.OpenAsync(NewMission(noumea, person, Hours("2027-06-01T20:00Z", 8), "Pacific/Noumea"), Stop);
            await missions.OpenAsync(NewMission(moved, person, Hours("2027-06-03T05:00Z", 8), "Europe/Paris"), Stop);
            await missions.ChangeAsync(moved, Terms(Hours("2027-06-03T06:30Z", 8), "Europe/Paris"), Stop);
            await missions.OpenAsync(NewMission(off, person, Hours("2027-06-05T05:00Z", 8), "Europe/Paris"), Stop);
            await missions.CallOffAsync(off, Stop);
            await missions.OpenAsync(NewMission(Origin(), other, Hours("2027-06-07T05:00Z", 8), "Europe/Paris"), Stop);
            return true;
        });

        var events = await ReadAsync(await node.WithAsync((MissionCalendar calendar) => calendar.WriteAsync(person, Stop)));

        Assert.Equal(4, events.Count);
        Assert.Equal(4, events.Select(e => e.Uid).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(events, e => e is { Status: "CONFIRMED", Sequence: 0, Zone: "Europe/Paris", Clock: "2027-10-30T21:00:00" } && Is(e, "2027-10-30T19:00Z", "2027-10-31T06:00Z"));
        Assert.Contains(events, e => e is { Status: "CONFIRMED", Sequence: 0, Zone: "Pacific/Noumea", Clock: "2027-06-02T07:00:00" } && Is(e, "2027-06-01T20:00Z", "2027-06-02T04:00Z"));
        Assert.Contains(events, e => e is { Status: "CONFIRMED", Sequence: 1 } && Is(e, "2027-06-03T06:30Z", "2027-06-03T14:30Z"));
        Assert.Contains(events, e => e is { Status: "CANCELLED", Sequence: 1 } && Is(e, "2027-06-05T05:00Z", "2027-06-05T13:00Z"));
        Assert.All(events, e => Assert.Contains("Porte 3; sonner, puis attendre\\ici — « réa »", e.Location, StringComparison.Ordinal));
        Assert.All(events, e => Assert.Contains("Badge à l’accueil\nTenue fournie", e.Description, StringComparison.Ordinal));
    }

    [Theory, OnEveryEngine]
    public async Task An_address_that_was_changed_or_closed_reads_nothing_any_more(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var phone = node.Visitor();
        var feed = new CalendarFeed { PersonId = PersonId.New(), OpenedAt = DateTimeOffset.UtcNow };
        var first = feed.Code;
        await SaveAsync(node, db => db.Add(feed));
        Assert.Equal(HttpStatusCode.OK, await phone.StatusOf($"/calendriers/{first}"));

        await SaveAsync(node, db => db.Set<CalendarFeed>().Single().ChangeAddress(DateTimeOffset.UtcNow));
        var second = Assert.Single(await node.ReadAsync<CalendarFeed>(_ => true)).Code;
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await phone.StatusOf($"/calendriers/{first}"), await phone.StatusOf($"/calendriers/{second}")));

        await SaveAsync(node, db => db.Remove(db.Set<CalendarFeed>().Single()));
        Assert.Equal(HttpStatusCode.NotFound, await phone.StatusOf($"/calendriers/{second}"));
    }

    private static async Task<IReadOnlyList<Read>> ReadAsync(string calendar)
    {
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        using var reader = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Relais.Tests/Missions/read-calendar.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = Repository.Root,
        })!;
        var said = reader.StandardOutput.ReadToEndAsync(Stop);
        await reader.StandardInput.WriteAsync(calendar);
        reader.StandardInput.Close();
        await reader.WaitForExitAsync(Stop);
        return JsonSerializer.Deserialize<List<Read>>(await said)!;
    }

    private static Task<int> SaveAsync(Node node, Action<RelaisDb> change) => node.WithDbAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync(Stop);
    });

    private static bool Is(Read read, string starts, string ends) => (read.Starts, read.Ends) == (Instant(starts), Instant(ends));

    private static MissionOrigin Origin() => new("test", Guid.CreateVersion7());

    private static Interval Hours(string starts, int hours) => new(Instant(starts), Instant(starts).AddHours(hours));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static NewMission NewMission(MissionOrigin origin, PersonId person, Interval when, string zone) =>
        new(origin, person, Finess.Stored("290000017"), CommuneCode.Stored("29024"), "Infirmier, réanimation", Terms(when, zone));

    private static MissionTerms Terms(Interval when, string zone) => new()
    {
        When = when,
        TimeZone = zone,
        BreakMinutes = 20,
        Site = "Porte 3; sonner, puis attendre\\ici — « réa »",
        ContactName = "Cadre de nuit",
        ContactPhone = "02 98 00 00 00",
        Instructions = "Badge à l’accueil\nTenue fournie",
    };

    private sealed record Read(
        string Uid, int Sequence, string Status, string Zone, DateTimeOffset Starts, DateTimeOffset Ends, string Clock, string Summary, string Location, string Description);
}
