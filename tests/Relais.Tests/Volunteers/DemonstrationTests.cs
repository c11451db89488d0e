using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Demonstration;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Volunteers;

public class DemonstrationTests(PostgresServer postgres, ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_thousand_invented_Bretons_are_the_same_for_the_same_seed()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var other = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var (node, twin) = (installation.AddNode(), other.AddNode());
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var signIns = await SeedAsync(node);
        output.WriteLine($"2 000 volunteers in {watch.Elapsed.TotalSeconds:0.0} s");
        await SeedAsync(twin);

        var volunteers = await ReadAsync(node);
        Assert.Equal(VolunteersDemonstration.Size, volunteers.Count);
        Assert.Equal(Describe(volunteers), Describe(await ReadAsync(twin)));
        Assert.Equal("volunteer@demo.relais.example", Assert.Single(signIns).Email);
        Assert.All(volunteers, volunteer => Assert.Contains(volunteer.HomeCommune.Department, (string[])["22", "29", "35", "56"]));
        Assert.All(volunteers.Select(volunteer => volunteer.Rpps).OfType<Relais.Kernel.Identifiers.Rpps>(), rpps => Assert.True(rpps.IsSandbox));

        // 46 % nurses, 37 % care assistants, 3 % physicians: spring 2020, as the source tells.
        Assert.InRange(Share(volunteers, Profession.Nurse), 0.42, 0.50);
        Assert.InRange(Share(volunteers, Profession.CareAssistant), 0.33, 0.41);
        Assert.InRange(Share(volunteers, Profession.Physician), 0.01, 0.05);
    }

    private static double Share(List<Volunteer> volunteers, Profession profession) =>
        volunteers.Count(volunteer => volunteer.Professions.Contains(profession)) / (double)volunteers.Count;

    private static List<string> Describe(IEnumerable<Volunteer> volunteers) =>
        [.. volunteers.Select(v => $"{v.Rpps} {v.HomeCommune} {v.Status} {v.Regime} {v.TravelMinutes} {v.Week} {string.Join(',', v.Skills.Select(s => $"{s.Cell}{s.Years}").Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)];

    private static async Task<IList<DemonstrationSignIn>> SeedAsync(Node node)
    {
        var run = new DemonstrationRun(new Random(2020), Now, _ => { }, []);
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<VolunteersDemonstration>().SeedAsync(run, TestContext.Current.CancellationToken);
        return run.SignIns;
    }

    private static Task<List<Volunteer>> ReadAsync(Node node) => node.WithDbAsync(db => db.Set<Volunteer>().AsNoTracking()
        .Include(volunteer => volunteer.Skills).ToListAsync(TestContext.Current.CancellationToken));
}
