using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Preview;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Bench.Needs;

/// <summary>
/// The preview as the page and the API ask for it: rules of the dossier in memory, then commitments, requests and limits
/// from the database for those who are left. The goal is a median under 50 ms.
/// </summary>
internal sealed class PreviewBenchmark : IBenchmark
{
    private const int Runs = 200;
    private const int Changes = 40;
    private const int AtOnce = 10;

    public string Name => "preview";

    public string Question => "how soon does a manager see who could come, among 100 000 volunteers?";

    public Task RunAsync() => Platform.OnEachEngineAsync(async platform =>
    {
        var people = await Population.SettleAsync(platform);
        await History.LiveAsync(platform, people);
        await LoadAsync(platform);
        foreach (var (name, commune, cell, level) in Asked.Cases)
        {
            var need = Asked.Need(commune, cell, Asked.Soon(platform.Clock), level);
            var seen = await PreviewAsync(platform, need);
            await TimesAsync(Runs / 10, () => PreviewAsync(platform, need));
            var times = await TimesAsync(Runs, () => PreviewAsync(platform, need));
            Say(platform, string.Create(CultureInfo.InvariantCulture, $"{name}, {seen.CanBeAsked} of {seen.Known} can be asked: {Figures.Times(times)}"));
        }

        var dense = Asked.Need(Asked.Cases[0].Commune, Asked.Cases[0].Cell, Asked.Soon(platform.Clock));
        Say(platform, $"first preview after a dossier changed: {Figures.Times(await AfterChangesAsync(platform, people, dense))}");
        Say(platform, $"{AtOnce} at once, dense place: {await TogetherAsync(platform, dense)}");
        using var process = Process.GetCurrentProcess();
        Say(platform, $"memory of the process at the end: {Figures.Megabytes(process.WorkingSet64)}");
    });

    private static async Task LoadAsync(Platform platform)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var pool = await platform.Services.GetRequiredService<IVolunteerPool>().GetAsync(CancellationToken.None);
        var time = watch.Elapsed;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        Say(platform, string.Create(
            CultureInfo.InvariantCulture,
            $"{pool.Count} dossiers read into memory once in {time.TotalSeconds:0.0} s: {Figures.Megabytes(after - before)} kept, {Figures.Megabytes(process.WorkingSet64)} for the whole process"));
    }

    private static async Task<List<TimeSpan>> AfterChangesAsync(Platform platform, IReadOnlyList<PersonId> people, Need need)
    {
        var times = new List<TimeSpan>(Changes);
        for (var change = 0; change < Changes; change++)
        {
            await platform.WithAsync<Dossiers, bool>(dossiers => dossiers.ChangeAsync(
                people[change * 100], "preferences", volunteer => volunteer.Prefer(new AskingPreferences { WeeklyLimit = 1 + (change % 7) }), CancellationToken.None));
            times.AddRange(await TimesAsync(1, () => PreviewAsync(platform, need)));
        }

        return times;
    }

    private static async Task<string> TogetherAsync(Platform platform, Need need)
    {
        var watch = Stopwatch.StartNew();
        var lanes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => TimesAsync(Runs / AtOnce, () => PreviewAsync(platform, need)))));
        return string.Create(CultureInfo.InvariantCulture, $"{Figures.Times([.. lanes.SelectMany(times => times)])}, {Runs / watch.Elapsed.TotalSeconds:0} previews/s");
    }

    private static async Task<List<TimeSpan>> TimesAsync(int runs, Func<Task> work)
    {
        var times = new List<TimeSpan>(runs);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed);
        }

        return times;
    }

    private static Task<PreviewView> PreviewAsync(Platform platform, Need need) =>
        platform.WithAsync<Previewing, PreviewView>(previewing => previewing.PreviewAsync(need, CancellationToken.None));

    private static void Say(Platform platform, string figures) => Console.WriteLine($"{platform.Engine,-11} {figures}");
}
