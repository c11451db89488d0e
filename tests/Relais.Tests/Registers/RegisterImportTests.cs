using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Registers.Contracts;
using Relais.Registers.Professionals;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Registers;

public sealed class RegisterImportTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Fifty_thousand_lines_are_found_again_and_the_same_file_changes_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var extract = new Extract(Extract.Nurses(50_000));

        var first = await extract.ImportAsync(node);
        var again = await extract.ImportAsync(node);

        Assert.Equal((null, 50_000, 50_000), (first.Refusal, first.Kept, first.Added));
        Assert.Equal((null, 50_000, 0, 0, 0), (again.Refusal, again.Kept, again.Added, again.Changed, again.Vanished));
        var person = await FindAsync(node, Extract.Number(49_999));
        Assert.Equal(("NOM49999", "CAMILLE", "60"), (person!.LastName, person.FirstName, Assert.Single(person.Practices).Profession));
        Assert.Equal(new DateOnly(2026, 1, 15), (await node.WithAsync<IRegisters, RegisterStanding?>(registers => registers.StandingAsync(RegisterKind.Rpps, Cancellation)))!.Vintage);
    }

    [Theory, OnEveryEngine]
    public async Task Lines_may_come_in_any_order_and_more_than_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        List<string> lines = [.. Extract.Nurses(100), .. Extract.Nurses(100), Extract.Line(Extract.Number(7), "NOM7", "CAMILLE", profession: "10")];
        using var extract = new Extract(lines.OrderByDescending(line => line, StringComparer.Ordinal));
        using var again = new Extract(lines.OrderBy(line => line.Length).ThenBy(line => line[^9]));

        var result = await extract.ImportAsync(node);
        var second = await again.ImportAsync(node);

        Assert.Equal((null, 201, 101, 101), (result.Refusal, result.Lines, result.Kept, result.Added));
        Assert.Equal((null, 101, 0, 0, 0), (second.Refusal, second.Kept, second.Added, second.Changed, second.Vanished));
        Assert.Equal(["10", "60"], (await FindAsync(node, Extract.Number(7)))!.Practices.Select(practice => practice.Profession).Order());
    }

    [Theory, OnEveryEngine]
    public async Task Columns_are_found_by_their_names_whatever_their_order(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var extract = new Extract(
            [$"nouveau|C|60|Léa|LE GOFF|{Extract.Number(1)}|8|", $"nouveau|C|60|Ancien|ADELI|012800736|0|"],
            header: "Colonne d’une autre année|CODE CATEGORIE PROFESSIONNELLE|code profession|Prénom d’exercice|Nom d'exercice|Identifiant PP|Type d'identifiant PP|");

        var result = await extract.ImportAsync(node);

        Assert.Equal((null, 2, 1, 1), (result.Refusal, result.Lines, result.PassedOver, result.Kept));
        Assert.Equal("LE GOFF", (await FindAsync(node, Extract.Number(1)))!.LastName);
    }

    [Theory, OnEveryEngine]
    public async Task An_incomplete_or_much_smaller_extract_changes_nothing_and_says_why(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var complete = new Extract(Extract.Nurses(1000));
        await complete.ImportAsync(node);

        using var headless = new Extract(Extract.Nurses(1000, from: 1), "20260122", Extract.Header.Replace("Identifiant PP", "Matricule", StringComparison.Ordinal));
        using var cut = new Extract([.. Extract.Nurses(1000, from: 1), "8|1000"], "20260122");
        using var small = new Extract(Extract.Nurses(979), "20260122");
        using var wrong = new Extract([.. Extract.Nurses(990), .. Enumerable.Repeat("8|10000000000|M|X|Y|60|C||", 10)], "20260122");
        using var empty = new Extract([], "20260122");
        using var old = new Extract(Extract.Nurses(1000, from: 1), "20251231");

        Assert.Equal(new RegisterRefusal(RegisterFault.MissingColumn, 1, "Identifiant PP"), (await headless.ImportAsync(node)).Refusal);
        Assert.Equal(new RegisterRefusal(RegisterFault.TornLine, 1002, "2 / 9"), (await cut.ImportAsync(node)).Refusal);
        Assert.Equal(new RegisterRefusal(RegisterFault.Shrunk, null, "979 / 1000"), (await small.ImportAsync(node)).Refusal);
        Assert.Equal((RegisterFault.ManyBadLines, 992), Fault(await wrong.ImportAsync(node)));
        Assert.Equal(RegisterFault.Empty, (await empty.ImportAsync(node)).Refusal!.Fault);
        Assert.Equal(RegisterFault.Older, (await old.ImportAsync(node)).Refusal!.Fault);

        var lines = await LinesAsync(node);
        Assert.Equal(Enumerable.Range(0, 1000).Select(rank => Extract.Number(rank).Value), lines.Select(line => line.Number));
        Assert.All(lines, line => Assert.Equal((1, null), (line.Run, line.MissingSince)));
    }

    [Theory, OnEveryEngine]
    public async Task A_line_belongs_to_the_run_that_last_said_it_and_counts_as_gone_after_a_delay_only(Engine engine)
    {
        var clock = new SettableClock();
        clock.Set(new DateTimeOffset(2026, 1, 23, 8, 0, 0, TimeSpan.Zero));
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var first = new Extract(Extract.Nurses(100));
        using var second = new Extract([Extract.Line(Extract.Number(0), "AUTRENOM", "CAMILLE"), .. Extract.Nurses(98, from: 1), Extract.Line(Extract.Number(100), "NEUF", "LÉA")], "20260122");
        await first.ImportAsync(node);

        var rehearsal = await second.ImportAsync(node, isRehearsal: true);
        Assert.All(await LinesAsync(node), line => Assert.Equal(1, line.Run));
        var result = await second.ImportAsync(node);

        Assert.Equal((1, 1, 1), (result.Added, result.Changed, result.Vanished));
        Assert.Equal((1, 1, 1), (rehearsal.Added, rehearsal.Changed, rehearsal.Vanished));
        var runs = (await LinesAsync(node)).ToDictionary(line => line.Number, line => line.Run, StringComparer.Ordinal);
        Assert.Equal((2, 1, 2), (runs[Extract.Number(0).Value], runs[Extract.Number(1).Value], runs[Extract.Number(100).Value]));
        var vanished = (await FindAsync(node, Extract.Number(99)))!;
        Assert.Equal((new DateOnly(2026, 1, 22), false), (Assert.Single(vanished.Practices).MissingSince, vanished.IsGone));

        clock.Set(new DateTimeOffset(2026, 2, 22, 8, 0, 0, TimeSpan.Zero));
        Assert.True((await FindAsync(node, Extract.Number(99)))!.IsGone);

        using var back = new Extract([.. Extract.Nurses(100), Extract.Line(Extract.Number(100), "NEUF", "LÉA")], "20260222");
        await back.ImportAsync(node);
        Assert.False((await FindAsync(node, Extract.Number(99)))!.IsGone);
    }

    [Theory, OnEveryEngine]
    public async Task A_smaller_extract_is_taken_in_when_somebody_says_so(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var first = new Extract(Extract.Nurses(100));
        using var half = new Extract(Extract.Nurses(50), "20260122");
        await first.ImportAsync(node);

        Assert.NotNull((await half.ImportAsync(node)).Refusal);
        Assert.Equal((null, 50), ((await half.ImportAsync(node, mayShrink: true)) is var result ? result.Refusal : null, result.Vanished));
    }

    [Theory, OnEveryEngine]
    public async Task Establishments_are_read_as_the_register_writes_them(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var extract = new Extract(
            ["290000017;290020700;CH;\"CENTRE HOSPITALIER ; DE L’AULNE\";355;29;019;1;R;DES LILAS;0298000000", "970211207;;MSP;;603;9B;209;;;;"],
            header: "nofinesset;nofinessej;rs;rslongue;categetab;departement;commune;numvoie;typvoie;voie;telephone");

        var result = await extract.ImportAsync(node, RegisterKind.Finess);

        Assert.Equal((null, 2), (result.Refusal, result.Kept));
        var (brest, overseas) = (Finess.Stored("290000017"), Finess.Stored("970211207"));
        var found = await node.WithAsync<IRegisters, IReadOnlyDictionary<Finess, RegisteredFacility>>(registers => registers.FindAsync([brest, overseas], Cancellation));
        Assert.Equal(("CENTRE HOSPITALIER ; DE L’AULNE", "355", "29019", "1 R DES LILAS"), (found[brest].Name, found[brest].Category, found[brest].Commune!.Value, found[brest].Address));
        Assert.Equal(("MSP", "97209", overseas), (found[overseas].Name, found[overseas].Commune!.Value, found[overseas].Entity));
    }

    private static (RegisterFault, int?) Fault(RegisterImportResult result) => (result.Refusal!.Fault, result.Refusal.Line);

    private static async Task<RegisteredPerson?> FindAsync(Node node, Rpps number) =>
        (await node.WithAsync<IRegisters, IReadOnlyDictionary<Rpps, RegisteredPerson>>(registers => registers.FindAsync([number], Cancellation))).GetValueOrDefault(number);

    private static Task<List<RppsLine>> LinesAsync(Node node) =>
        node.WithAsync<RegistersDb, List<RppsLine>>(db => db.Set<RppsLine>().AsNoTracking().OrderBy(line => line.Number).ToListAsync(Cancellation));
}
