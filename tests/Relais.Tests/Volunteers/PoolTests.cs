using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Volunteers;

public class PoolTests(PostgresServer postgres, ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_change_on_one_node_is_seen_by_the_next_use_on_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var (here, there) = (installation.AddNode(), installation.AddNode());
        var pool = there.Services.GetRequiredService<IVolunteerPool>();
        var nurse = Invented.Nurse();

        Assert.Equal(0, (await pool.GetAsync(Cancellation)).Count);
        await WithDossiersAsync(here, dossiers => dossiers.OpenAsync(nurse, Cancellation));
        var opened = await pool.GetAsync(Cancellation);
        await WithDossiersAsync(here, dossiers => dossiers.ChangeAsync(nurse.Person, "preferences", v => v.Prefer(new AskingPreferences { IsOn = false, WeeklyLimit = 2 }), Cancellation));
        var paused = await pool.GetAsync(Cancellation);
        await WithDossiersAsync(here, dossiers => dossiers.ChangeAsync(nurse.Person, "reach", v => v.GoTo(nurse.Reach with { Schemes = Schemes.Waves }), Cancellation));
        var elsewhere = await pool.GetAsync(Cancellation);
        await WithDossiersAsync(here, dossiers => dossiers.ChangeAsync(nurse.Person, "reach", v => v.GoTo(nurse.Reach), Cancellation));
        var again = await pool.GetAsync(Cancellation);
        await WithDossiersAsync(here, dossiers => dossiers.CloseAsync(nurse.Person, "asked", Cancellation));
        var closed = await pool.GetAsync(Cancellation);

        Assert.True(opened.Find(nurse.Person.Value)!.IsOn);
        Assert.Equal((false, 2), (paused.Find(nurse.Person.Value)!.IsOn, paused.Find(nurse.Person.Value)!.WeeklyLimit));
        Assert.Equal((0, 1, 0), (elsewhere.Count, again.Count, closed.Count));
        Assert.Equal(1, opened.Count);
    }

    [Theory, OnEveryEngine]
    public async Task A_candidate_says_what_the_dossier_says(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var communes = await node.Services.GetRequiredService<ICommunes>().GetAsync(Cancellation);
        var nurse = Invented.Nurse() with
        {
            Titles = [new Title(Profession.Nurse, CredentialLevel.Active, new VerifiedTitle(CredentialLevel.Licensed, new DateOnly(2027, 1, 1), Invented.At, By: null))],
            Readiness = Invented.Nurse().Readiness with { Spells = [new Spell(SpellKind.Blocked, new Interval(Invented.At, Invented.At.AddDays(3)))] },
        };
        await WithDossiersAsync(node, dossiers => dossiers.OpenAsync(nurse, Cancellation));

        var candidate = (await node.Services.GetRequiredService<IVolunteerPool>().GetAsync(Cancellation)).Find(nurse.Person.Value)!;

        var skill = Assert.Single(candidate.Skills);
        Assert.Equal((Invented.NurseOfIntensiveCare.Index, 1, 6), (skill.Cell, skill.Profession, skill.Years));
        Assert.Equal(new CandidateTitle(1, 2, new DateOnly(2027, 1, 1)), Assert.Single(candidate.Titles));
        Assert.Equal(communes.Find(CommuneCode.Stored("29024"))!.Index.Value, candidate.Home);
        Assert.Equal(Enumerable.Range(0, 7).Select(nurse.Readiness.Week.HoursOf), candidate.Week);
        Assert.Equal(new CandidateSpell(new Interval(Invented.At, Invented.At.AddDays(3)), IsFree: false), Assert.Single(candidate.Spells));
        var zone = Assert.Single(candidate.Zones);
        Assert.Equal(21, communes.All.Count(commune => zone.Contains(commune.Index.Value)));
        Assert.True(zone.Contains(communes.Find(CommuneCode.Stored("56066"))!.Index.Value));
    }

    /// <summary>Measured at 100 000 by the bench; here enough to see that nothing is one by one.</summary>
    [Theory, OnEveryEngine]
    public async Task Thousands_of_dossiers_are_written_and_taken_in_at_once(Engine engine)
    {
        var size = int.Parse(Environment.GetEnvironmentVariable("RELAIS_POOL_SIZE") ?? "4000", System.Globalization.CultureInfo.InvariantCulture);
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var pool = node.Services.GetRequiredService<IVolunteerPool>();
        await pool.GetAsync(Cancellation);
        var watch = Stopwatch.StartNew();

        await using (var scope = node.Services.CreateAsyncScope())
        {
            var volunteers = Enumerable.Range(0, size).Select(rank => Invented.Nurse(PersonId.New()) with { Rpps = Rpps.Stored($"9{rank:D10}") });
            Assert.Equal(size, await scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(volunteers, Cancellation));
        }

        var written = watch.Elapsed;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        watch.Restart();
        var index = await pool.GetAsync(Cancellation);
        var read = watch.Elapsed;
        output.WriteLine($"{engine}, {size} dossiers: written in {written.TotalSeconds:0.0} s, taken in in {read.TotalSeconds:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:0.0} MB");

        Assert.Equal(size, index.Count);
        await WithDossiersAsync(node, dossiers => dossiers.OpenAsync(Invented.Nurse(), Cancellation));
        watch.Restart();
        Assert.Equal(size + 1, (await pool.GetAsync(Cancellation)).Count);
        output.WriteLine($"one more taken in in {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    private static async Task WithDossiersAsync(Node node, Func<Dossiers, Task> work)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Dossiers>());
    }
}
