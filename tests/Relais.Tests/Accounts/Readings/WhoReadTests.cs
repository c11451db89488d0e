using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.Readings;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts.Readings;

public sealed class WhoReadTests(PostgresServer postgres)
{
    private const string Url = "/mon-compte/consultations";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_person_sees_who_read_their_file_and_in_what_function_and_nobody_elses(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var (ana, bob) = (await node.SignInAsync(), await node.SignInAsync());

        await administrator.Browser.GetPageAsync($"/administration/comptes/{ana.Person}");

        var line = Assert.Single(Lines(await ana.Browser.GetPageAsync(Url)));
        Assert.Contains("Administrateur", line, StringComparison.Ordinal);
        Assert.Contains("Votre nom, vos adresses et vos rôles", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Le Goff", line, StringComparison.Ordinal);
        Assert.NotNull((await bob.Browser.GetPageAsync(Url)).QuerySelector("main .rs-empty"));
    }

    [Theory, OnEveryEngine]
    public async Task Who_comes_back_within_the_hour_is_noted_once_and_once_more_in_the_next(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 11, 22, 9, 5, 0, TimeSpan.Zero));
        var node = installation.AddNode(services => services.AddSingleton<TimeProvider>(clock));
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var ana = await node.SignInAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => administrator.Browser.GetPageAsync($"/administration/comptes/{ana.Person}")));
        Assert.Single(Lines(await ana.Browser.GetPageAsync(Url)));

        clock.Set(new DateTimeOffset(2026, 11, 22, 10, 1, 0, TimeSpan.Zero));
        await administrator.Browser.GetPageAsync($"/administration/comptes/{ana.Person}");
        Assert.Equal(2, Lines(await ana.Browser.GetPageAsync(Url)).Count);
        Assert.Empty((await node.WithAsync((JournalAudit audit) => audit.VerifyAsync(known: null, Stop))).SelectMany(report => report.Breaks));
    }

    [Fact]
    public async Task What_one_looks_at_oneself_is_not_noted()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));

        await administrator.Browser.GetPageAsync($"/administration/comptes/{administrator.Person}");

        Assert.Empty(Lines(await administrator.Browser.GetPageAsync(Url)));
    }

    [Theory, OnEveryEngine]
    public async Task What_was_read_of_a_dossier_made_one_with_theirs_is_there_and_in_their_copy(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var (ana, second) = (await node.SignInAsync(), await node.SignInAsync());
        await administrator.Browser.GetPageAsync($"/administration/comptes/{second.Person}");

        Assert.IsType<MergeAnswer.Done>(await node.WithAsync((Mergers mergers) => mergers.MergeAsync(ana.Person, second.Person, "appelée", Stop)));

        Assert.Single(Lines(await ana.Browser.GetPageAsync(Url)));
        var copy = await ana.Browser.GetStringAsync(new Uri("/mon-compte/donnees/copie.json", UriKind.Relative), Stop);
        Assert.Contains("\"read_by\"", copy, StringComparison.Ordinal);
        Assert.Contains("Votre nom, vos adresses et vos rôles", copy, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_period_holds_the_days_of_where_the_person_lives_and_long_lists_come_page_by_page(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var clock = new SettableClock();
        var node = installation.AddNode(services => services.AddSingleton<TimeProvider>(clock));
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var ana = await node.SignInAsync();
        var start = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);
        for (var hour = 0; hour < 32; hour++)
        {
            clock.Set(start.AddHours(hour));
            await ReadAsync(node, administrator, ana.Person);
        }

        // In Paris it was half past midnight on the second when the first was written, in winter.
        Assert.Empty(Lines(await ana.Browser.GetPageAsync($"{Url}?au=2026-03-01")));
        Assert.Equal(24, Lines(await ana.Browser.GetPageAsync($"{Url}?du=2026-03-02&au=2026-03-02")).Count);
        Assert.Equal(30, Lines(await ana.Browser.GetPageAsync(Url)).Count);
        Assert.Equal(2, Lines(await ana.Browser.GetPageAsync($"{Url}?page=2")).Count);
        Assert.Equal(2, Lines(await ana.Browser.GetPageAsync($"{Url}?page=999999")).Count);
        Assert.Equal(30, Lines(await ana.Browser.GetPageAsync($"{Url}?du=9999-12-31&au=zzz")).Count);
    }

    [Theory, OnEveryEngine]
    public async Task A_hundred_thousand_lines_about_others_are_not_looked_at(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));
        var ana = await node.SignInAsync();
        await ReadAsync(node, administrator, ana.Person);
        await node.WithDbAsync(db => db.InTransactionAsync(
            async () =>
            {
                await db.BulkInsertAsync(
                    "journal_entry",
                    ["id", "at", "account_id", "means", "action", "subject_kind", "subject_id"],
                    Enumerable.Range(0, 100_000).Select(_ => new object?[] { Guid.CreateVersion7(), DateTimeOffset.UtcNow, administrator.Account.Value, "page", "person.read", "person", $"{Guid.NewGuid()}" }),
                    Stop);
                return 0;
            },
            Stop));

        Assert.Single(Lines(await ana.Browser.GetPageAsync(Url)));
        await node.SqlAsync($"ANALYZE");
        Assert.Contains("journal_entry_subject_at", await PlanAsync(node, engine, ana.Person), StringComparison.Ordinal);
    }

    /// <summary>How the engine looks for the lines of somebody.</summary>
    private static Task<string> PlanAsync(Node node, Engine engine, PersonId person) => node.WithAsync(async (OwnedRows rows) =>
    {
        await using var command = await rows.CommandAsync(
            $"{(engine is Engine.Postgres ? "EXPLAIN" : "EXPLAIN QUERY PLAN")} SELECT * FROM journal_entry WHERE subject_kind = 'person' AND subject_id IN ('{person}') AND action IN ('person.read') ORDER BY at DESC LIMIT 30",
            Stop);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var plan = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            plan.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        }

        return string.Join('\n', plan);
    });

    private static Task<int> ReadAsync(Node node, SignedIn reader, PersonId person) => node.WithAsync(async (IServiceProvider services) =>
    {
        var readings = new JournalReadings(services.GetRequiredService<IServiceScopeFactory>(), new Reader(reader.Account.Value), services.GetRequiredService<TimeProvider>());
        await readings.NoteAsync(AccountsReadings.Account.Action, "person", [person.Value], detail: null, Stop);
        return 0;
    });

    private static IReadOnlyList<string> Lines(IHtmlDocument page) => [.. page.QuerySelectorAll("main .govuk-summary-list__row").Select(row => row.TextContent)];

    private sealed record Reader(Guid? AccountId) : ICurrentActor
    {
        public string Means => "page";
    }
}
