using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Matching.Waves;

namespace Relais.Bench.Refusals.Playing;

/// <summary>What has happened so far: who was asked, who is held.</summary>
internal sealed class Season(Setting setting, bool keepsLimits)
{
    private static readonly TimeSpan Recently = TimeSpan.FromDays(28);
    private readonly Dictionary<Guid, List<Duty>> _held = [];
    private readonly Dictionary<Guid, List<DateTimeOffset>> _asked = [];
    private readonly Dictionary<Guid, DateTimeOffset>[] _waiting = [.. setting.Needs.Select(_ => new Dictionary<Guid, DateTimeOffset>())];
    private readonly HashSet<(int Need, Guid Person)> _known = [];
    private readonly Dictionary<(string Establishment, Guid Person), DateTimeOffset> _came = [];
    private readonly int[] _free = [.. setting.Needs.Select(need => need.Posts)];

    public Setting Setting => setting;

    /// <summary>How people answered so far.</summary>
    public RecentAnswers Answered { get; private set; } = RecentAnswers.None;

    public IReadOnlyDictionary<Guid, List<DateTimeOffset>> Asked => _asked;

    public int FreePosts(PostedNeed need) => _free[need.Rank];

    /// <summary>Requests of the last four weeks, over all needs.</summary>
    public int AskedRecently(Guid person, DateTimeOffset now) => _asked.TryGetValue(person, out var asked) ? asked.Count(at => at > now - Recently) : 0;

    /// <summary>How many were asked about this need since then and have not answered.</summary>
    public int Waiting(PostedNeed need, DateTimeOffset since) => _waiting[need.Rank].Values.Count(at => at > since);

    /// <summary>Whether a shift that the person worked there is over.</summary>
    public bool IsOwn(string establishment, Guid person, DateTimeOffset now) => _came.TryGetValue((establishment, person), out var end) && end < now;

    /// <summary>Whether the person was asked about this need before, or has no request left in the week.</summary>
    public bool IsSpared(PostedNeed need, Candidate person, DateTimeOffset now) =>
        _known.Contains((need.Rank, person.Person)) || ThisWeek(person.Person, now) >= person.WeeklyLimit;

    /// <summary>The rule of the platform that stops the person now, if any.</summary>
    public string? WhyNot(PostedNeed need, NeedProfile profile, Survivor survivor)
    {
        var person = survivor.Person.Person;
        var now = new PersonNow(_held.GetValueOrDefault(person, []), EmployerHoursKnown: false, _known.Contains((need.Rank, person)), ThisWeek(person, profile.Now));
        return AskingRules.WhyNot(survivor, now, profile, need.WorkedMinutes, setting.Rest);
    }

    public void Ask(PostedNeed need, Guid person, DateTimeOffset now)
    {
        _known.Add((need.Rank, person));
        _waiting[need.Rank][person] = now;
        if (!_asked.TryGetValue(person, out var asked))
        {
            _asked[person] = asked = [];
        }

        asked.Add(now);
    }

    /// <summary>An answer, or a day without one, while the need is open: what the pace of the next waves learns from.</summary>
    public void Learn(bool isYes) => Answered = new RecentAnswers(Answered.Known + 1, Answered.Yes + (isYes ? 1 : 0));

    public void Hear(PostedNeed need, Guid person) => _waiting[need.Rank].Remove(person);

    /// <summary>Whether the person could come: nothing in the dossier and nothing that they are held to since stops them.</summary>
    public bool CanCome(PostedNeed need, Candidate person)
    {
        var held = _held.GetValueOrDefault(person.Person, []);
        return !held.Any(duty => duty.When.Overlaps(need.When)) && (held.Count is 0 || setting.Rest.Allows(new RestQuestion
        {
            Regime = person.Regime,
            Asked = new Duty(Guid.Empty, need.When, need.WorkedMinutes),
            Held = held,
            Zone = need.Zone,
            KnownEmployerShifts = false,
        }));
    }

    public void Take(PostedNeed need, Guid person)
    {
        _free[need.Rank]--;
        _came[(need.Establishment, person)] = need.When.End;
        if (!_held.TryGetValue(person, out var held))
        {
            _held[person] = held = [];
        }

        held.Add(new Duty(Guid.Empty, need.When, need.WorkedMinutes));
    }

    private int ThisWeek(Guid person, DateTimeOffset now)
    {
        if (!keepsLimits || !_asked.TryGetValue(person, out var asked))
        {
            return 0;
        }

        var zone = setting.Needs[0].Zone;
        var monday = PlaceTime.MondayOf(PlaceTime.DayOf(now, zone));
        return asked.Count(at => PlaceTime.MondayOf(PlaceTime.DayOf(at, zone)) == monday);
    }
}
