using Relais.Matching.Eligibility;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;

namespace Relais.Bench.Refusals.Playing;

/// <summary>What Relais does: its own rules of eligibility, order and pace.</summary>
internal sealed class Waves : IPolicy
{
    public string Name => "Relais, in waves";

    public Turn Next(PostedNeed need, Season season, DateTimeOffset now)
    {
        var profile = need.At(now);
        var rules = season.Setting.Rules;
        var pace = rules.Of(need.When.Start - now).Expecting(season.Answered, rules.Weight);
        var waiting = season.Waiting(need, now.AddMinutes(-pace.MinutesBetween));
        var asked = Funnel.Of(season.Setting.People, profile).Survivors
            .Where(survivor => season.WhyNot(need, profile, survivor) is null)
            .Select(survivor => new Askable(survivor, season.AskedRecently(survivor.Person.Person, now), Pool(survivor, need, season, now)))
            .Order(WaveOrder.Instance).Take(pace.Size(season.FreePosts(need), waiting)).Select(one => one.Survivor.Person).ToList();
        var next = now.AddMinutes(pace.MinutesBetween);
        return new Turn(
            asked,
            asked.Count is 0 && waiting is 0 ? rules.Hours.NextMorning(now, need.Zone)
            : Notice.UrgencyOf(need.When.Start - next) is Urgency.Immediate ? next
            : rules.Hours.Awake(next, need.Zone));
    }

    private static int Pool(Survivor survivor, PostedNeed need, Season season, DateTimeOffset now) =>
        season.IsOwn(need.Establishment, survivor.Person.Person, now) ? 0 : survivor.Minutes switch { null or <= 45 => 1, <= 120 => 2, _ => 3 };
}
