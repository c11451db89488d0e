using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Volunteers.Contracts;

namespace Relais.Bench.Needs;

/// <summary>
/// A need is published and its waves go out one after the other, as the job does it: search, mark as asked against the
/// limits, offers and messages in one transaction. Nobody answers, so each wave is a full one. The goal is under a second.
/// </summary>
internal sealed class InviteBenchmark : IBenchmark
{
    private const int Needs = 20;
    private const int Waves = 5;
    private static readonly TimeSpan BetweenWaves = TimeSpan.FromMinutes(21);

    public string Name => "invite";

    public string Question => "how long does the staged invitation of a need take, among 100 000 volunteers?";

    public Task RunAsync() => Platform.OnEachEngineAsync(async platform =>
    {
        var people = await Population.SettleAsync(platform);
        await History.LiveAsync(platform, people);
        await platform.Services.GetRequiredService<IVolunteerPool>().GetAsync(CancellationToken.None);
        foreach (var (name, commune, cell, level) in Asked.Cases)
        {
            await MeasureAsync(platform, name, () => Asked.Need(commune, cell, Asked.Soon(platform.Clock), level));
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{platform.Engine,-11} memory of the process at the end: {Figures.Megabytes(process.WorkingSet64)}");
    });

    private static async Task MeasureAsync(Platform platform, string name, Func<Need> make)
    {
        var (first, whole, sizes) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<int>());
        for (var turn = -1; turn < Needs; turn++)
        {
            platform.Clock.Set(TimeProvider.System.GetUtcNow());
            var need = make();
            var waves = new List<TimeSpan> { await TimeAsync(() => PublishAsync(platform, need)) };
            for (var wave = 0; wave < Waves; wave++)
            {
                waves.Add(await TimeAsync(() => AskAsync(platform, need)));
                platform.Clock.Set(platform.Clock.GetUtcNow() + BetweenWaves);
            }

            if (turn >= 0)
            {
                first.Add(waves[0] + waves[1]);
                whole.Add(waves.Aggregate((sum, one) => sum + one));
                sizes.Add(await platform.WithAsync<RelaisDb, int>(db => db.Set<Offer>().CountAsync(offer => offer.NeedId == need.Id)));
            }
        }

        Console.WriteLine($"{platform.Engine,-11} {name}: published and first wave sent, {Figures.Times(first)}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{platform.Engine,-11} the same and four more waves, {sizes.Average():0} people in all: {Figures.Times(whole)}"));
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static async Task PublishAsync(Platform platform, Need need)
    {
        await platform.WithAsync<RelaisDb, int>(db =>
        {
            db.Add(need);
            return db.SaveChangesAsync();
        });
        await platform.WithAsync<NeedLife, NeedResult>(life => life.PublishAsync(need.Id, CancellationToken.None));
    }

    private static Task AskAsync(Platform platform, Need need) => platform.WithAsync<IJobHandler<AskNextPeople>, bool>(async handler =>
    {
        await handler.HandleAsync(new AskNextPeople(need.Id.Value, need.Version), CancellationToken.None);
        return true;
    });
}
