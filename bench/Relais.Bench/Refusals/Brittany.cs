using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accessibility;
using Relais.Bench.Needs;
using Relais.Bench.Refusals.Playing;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Identifiers;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Demonstration;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Bench.Refusals;

/// <summary>The demonstration as <c>./relais demo</c> invents it on a Monday morning, read into what is played.</summary>
internal sealed class Brittany
{
    /// <summary>Fixed, so that the figures are the same whenever they are measured.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private const int Seed = 20_200_323;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly Dictionary<CommuneCode, float[]> _minutes = [];
    private readonly CommuneTable _communes;
    private readonly CandidateIndex _people;
    private readonly IReadOnlyList<Need> _needs;
    private readonly RestCheck _rest;
    private readonly WaveRules _rules = WaveRules.Read();

    private Brittany(CommuneTable communes, CandidateIndex people, IReadOnlyList<Need> needs, RestCheck rest) =>
        (_communes, _people, _needs, _rest) = (communes, people, needs, rest);

    public static async Task<Brittany> InventAsync(Platform platform)
    {
        platform.Clock.Set(Now);
        var run = new DemonstrationRun(new Random(Seed), Now, _ => { }, []);
        foreach (var room in platform.Services.GetRequiredService<IEnumerable<Func<IServiceProvider, IDemonstration>>>())
        {
            await using var scope = platform.Services.CreateAsyncScope();
            await room(scope.ServiceProvider).SeedAsync(run, default);
        }

        await using var reading = platform.Services.CreateAsyncScope();
        var services = reading.ServiceProvider;
        var pool = await services.GetRequiredService<IVolunteerPool>().GetAsync(default);
        var needs = await services.GetRequiredService<RelaisDb>().Set<Need>().AsNoTracking().ToListAsync();
        return new Brittany(await services.GetRequiredService<ICommunes>().GetAsync(default), Numbered(pool), needs, services.GetRequiredService<RestCheck>());
    }

    /// <summary>The needs of the demonstration that are still to come, each published when the demonstration says.</summary>
    public Setting AsInvented()
    {
        var coming = _needs.Where(need => need.StartsAt > Now && need.State is not NeedState.Cancelled)
            .OrderBy(need => need.StartsAt).ThenBy(need => need.Finess.Value, StringComparer.Ordinal).ThenBy(need => need.Cell.Code, StringComparer.Ordinal);
        return On("the demonstration", [.. coming.Select((need, rank) => Post(rank, need.Finess, need.CommuneCode, need.Cell, need.Level, new Interval(need.StartsAt, need.EndsAt), need.BreakMinutes, need.HeadCount, need.PublishedAt ?? need.PublishAt ?? Now))]);
    }

    /// <summary>
    /// A fortnight in which each hospital of the demonstration misses each of its usual shifts on so many days of a hundred:
    /// a quarter is told within twelve hours of the shift, four in nine within three days, the others up to ten days before.
    /// </summary>
    public Setting Fortnight(int percent, int seed)
    {
        var random = new Random(seed);
        var hospitals = _needs.Select(need => (need.Finess, need.CommuneCode)).Distinct().OrderBy(one => one.Finess.Value, StringComparer.Ordinal).ToList();
        var level = _needs[0].Level;
        var needs = new List<PostedNeed>();
        foreach (var (finess, commune) in hospitals)
        {
            foreach (var shift in InventedShift.Usual)
            {
                for (var day = 1; day <= 14; day++)
                {
                    var lead = random.Next(100) switch { < 25 => random.Next(4, 13), < 70 => random.Next(13, 73), _ => random.Next(73, 241) };
                    if (random.Next(100) >= percent)
                    {
                        continue;
                    }

                    var start = Local(Now.Date.AddDays(day).AddHours(shift.Starts));
                    var end = Local(Now.Date.AddDays(shift.Ends > shift.Starts ? day : day + 1).AddHours(shift.Ends));
                    needs.Add(Post(needs.Count, finess, commune, ProfessionUnit.Find(shift.Cell)!, level, new Interval(start, end), 20, shift.HeadCount, start.AddHours(-lead)));
                }
            }
        }

        return On(FormattableString.Invariant($"a fortnight, each usual shift missed on {percent} days of 100"), needs);
    }

    private Setting On(string name, IReadOnlyList<PostedNeed> needs) => new(name, _people, needs, _rest, _rules);

    private PostedNeed Post(int rank, Finess establishment, CommuneCode place, ProfessionUnit cell, int level, Interval when, int pause, int posts, DateTimeOffset publishedAt)
    {
        var commune = _communes.Find(place)!;
        if (!_minutes.TryGetValue(place, out var minutes))
        {
            _minutes[place] = minutes = _communes.MinutesFrom(commune.Index);
        }

        return new PostedNeed
        {
            Rank = rank,
            Cell = cell.Index,
            Profession = cell.Profession.Index,
            Level = level,
            When = when,
            WorkedMinutes = (int)when.Length.TotalMinutes - pause,
            Posts = posts,
            PublishedAt = publishedAt,
            Zone = Paris,
            Establishment = establishment.Value,
            Commune = commune.Index.Value,
            Minutes = home => minutes[home],
            Kilometres = home => _communes.All[home].Point is { } from && commune.Point is { } to ? GreatCircle.Kilometres(from, to) : double.PositiveInfinity,
        };
    }

    /// <summary>Ids are drawn anew at each demonstration; these follow from the dossiers alone.</summary>
    private static CandidateIndex Numbered(CandidateIndex people)
    {
        var everybody = Enumerable.Range(0, ProfessionUnit.All.Count).SelectMany(cell => people.InCell(cell).ToArray()).DistinctBy(person => person.Person);
        return CandidateIndex.Of(everybody.OrderBy(Describe, StringComparer.Ordinal).Select((person, rank) => person with { Person = new Guid(rank, 0, 0, new byte[8]) }));
    }

    private static string Describe(Candidate person) => FormattableString.Invariant(
        $"{person.Home} {string.Join(',', person.Skills)} {string.Join(',', person.Titles)} {person.Regime} {person.TravelMinutes} {person.Zones.Length} {string.Join(',', person.Week)} {string.Join(',', person.Spells)} {person.Nights} {person.NoticeHours} {person.PausedUntil} {person.WeeklyLimit} {person.IsOn}");

    private static DateTimeOffset Local(DateTime clock) => new DateTimeOffset(clock, Paris.GetUtcOffset(clock)).ToUniversalTime();
}
