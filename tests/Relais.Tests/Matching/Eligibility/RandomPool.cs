using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Tests.Matching.Eligibility;

/// <summary>People and needs drawn at random, small enough that every rule stops somebody.</summary>
internal sealed class RandomPool(int seed)
{
    private const int Communes = 40;
    private const int Cells = 6;
    private static readonly DateTimeOffset Now = new(2026, 3, 26, 18, 30, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "Europe/Paris", "America/Guadeloupe", "Indian/Reunion", "Pacific/Noumea" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private readonly Random _random = new(seed);
    private readonly List<Guid> _known = [];
    private readonly CommuneSet[] _sets =
        [.. Enumerable.Range(0, 5).Select(set => new CommuneSet(Enumerable.Range(0, Communes).Where(commune => commune % 5 == set), Communes))];

    public List<Candidate> People(int count) => [.. Enumerable.Range(0, count).Select(_ => Person())];

    /// <summary>Shifts around the change of the clocks of 29 March 2026, by day and by night.</summary>
    public NeedProfile Need()
    {
        var start = Now.AddMinutes(_random.Next(60, 5 * 24 * 60));
        var cell = _random.Next(Cells);
        float[] minutes = [.. Enumerable.Range(0, Communes).Select(_ => _random.Next(10) is 0 ? float.PositiveInfinity : _random.Next(120))];
        return new NeedProfile
        {
            Cell = cell,
            Profession = ProfessionOf(cell),
            Substitutes = Often() ? [] : [.. Enumerable.Range(0, _random.Next(1, 3)).Select(rank => (cell + 3 + rank) % Cells).Select((other, rank) => new Substitute(other, ProfessionOf(other), 10 * (rank + 1)))],
            Level = _random.Next(3) is 0 ? 0 : _random.Next(5),
            When = new Interval(start, start.AddMinutes(_random.Next(60, 14 * 60))),
            Zone = Zones[_random.Next(Zones.Length)],
            Commune = _random.Next(Communes),
            Minutes = home => minutes[home],
            IsRemote = _random.Next(5) is 0,
            Now = Now,
            Excluded = _known.Where(_ => !Often()).ToHashSet(),
        };
    }

    public Candidate Person(Guid? id = null) => new()
    {
        Person = id ?? Known(),
        Skills = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Skill(_random.Next(Cells))).DistinctBy(skill => skill.Cell)],
        Titles = [.. Enumerable.Range(0, 2).Where(_ => Often()).Select(profession => new CandidateTitle((byte)profession, (byte)_random.Next(1, 5), Today(_random.Next(-2, 20))))],
        Regime = Regime.Liberal,
        Home = _random.Next(-1, Communes),
        TravelMinutes = Often() ? _random.Next(10, 90) : null,
        Zones = Often() ? [] : [_sets[_random.Next(_sets.Length)]],
        OnSite = Often(),
        Remote = !Often(),
        Week = Often() ? [.. Enumerable.Range(0, 7).Select(_ => Often() ? 0xFFFFFF : _random.Next(1 << 24))] : [],
        Zone = Zones[_random.Next(Zones.Length)],
        Spells = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Spell())],
        Nights = Often(),
        NoticeHours = _random.Next(3) * 12,
        Days = new DayLimits(
            Often() ? [] : [new DaySpan(Today(_random.Next(-9, 3)), Often() ? null : Today(_random.Next(3, 6)))],
            Often() ? [new CandidateAgreement(new DaySpan(Today(_random.Next(-9, 3)), Today(_random.Next(3, 6))), MonthlyDays: null)] : [],
            YearlyDays: null),
        IsOn = Often(),
        OnDuty = Often() ? null : new Interval(Now.AddHours(_random.Next(-4, 2)), Now.AddHours(_random.Next(2, 20))),
        PausedUntil = Often() ? null : Today(_random.Next(-2, 4)),
    };

    private static int ProfessionOf(int cell) => cell / 3;

    private static DateOnly Today(int later) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(later);

    private Guid Known()
    {
        _known.Add(Guid.NewGuid());
        return _known[^1];
    }

    private bool Often() => _random.Next(4) > 0;

    private CandidateSkill Skill(int cell) => new((byte)cell, (byte)ProfessionOf(cell), (byte)_random.Next(30), Often() ? null : Today(_random.Next(-2, 6)));

    private CandidateSpell Spell()
    {
        var start = Now.AddHours(_random.Next(-24, 5 * 24));
        return new CandidateSpell(new Interval(start, start.AddHours(_random.Next(6, 48))), IsFree: !Often());
    }
}
