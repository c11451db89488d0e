using FsCheck;
using FsCheck.Fluent;
using Relais.Matching.Rest;
using Interval = Relais.Matching.Rest.Interval;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

/// <summary>The engine against a slow oracle that looks at every window, minute by minute, and knows nothing of peaks or jumps.</summary>
public sealed class RestProperties
{
    private const int HalfHour = 30;
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150);

    /// <summary>Weeks in which the clocks of a place change: forward in Paris, back in Paris, forward in Miquelon; and two places where they never do.</summary>
    private static readonly (string Zone, string Monday)[] Places =
    [
        ("Europe/Paris", "2025-03-24 00:00"), ("Europe/Paris", "2025-10-20 00:00"), ("America/Miquelon", "2025-03-03 00:00"),
        ("Pacific/Noumea", "2025-03-24 00:00"), ("America/Martinique", "2025-03-24 00:00"),
    ];

    [Fact]
    public void Every_regime_answers_as_the_oracle_does() =>
        ForEveryRoster(Runs, roster =>
        {
            foreach (var regime in Enum.GetValues<Regime>())
            {
                Assert.Equal(RestOracle.Allows(regime, roster.Asked, roster.Held, roster.Zone), Ask(regime, roster.Asked, roster.Held, roster.Zone).IsAllowed);
            }
        });

    [Fact]
    public void The_figure_of_the_sliding_seven_days_is_the_worst_window() =>
        ForEveryRoster(Runs, roster =>
        {
            if (Ask(Regime.HospitalAgent, roster.Asked, roster.Held, roster.Zone).Refusal is { Code: "rest.sliding-cap" } refusal)
            {
                Assert.Equal(RestOracle.WorstSevenDays(roster.Asked, roster.Held), refusal.FoundMinutes);
            }
        });

    [Fact]
    public void The_earliest_start_is_the_first_that_the_oracle_allows() =>
        ForEveryRoster(Runs.WithMaxTest(50), roster =>
        {
            foreach (var regime in new[] { Regime.HospitalAgent, Regime.PrivateSector, Regime.Liberal })
            {
                if (Ask(regime, roster.Asked, roster.Held, roster.Zone).Refusal is not { } refusal)
                {
                    continue;
                }

                var start = refusal.EarliestStart!.Value;
                Assert.True(RestOracle.Allows(regime, Moved(roster.Asked, start), roster.Held, roster.Zone, HalfHour));
                for (var earlier = roster.Asked.When.Start; earlier < start; earlier += TimeSpan.FromMinutes(HalfHour))
                {
                    Assert.False(RestOracle.Allows(regime, Moved(roster.Asked, earlier), roster.Held, roster.Zone, HalfHour), $"{regime}: {earlier:O} would do, before {start:O}");
                }
            }
        });

    [Fact]
    public void The_order_of_the_commitments_does_not_matter() =>
        ForEveryRoster(Runs, roster =>
        {
            var one = Ask(Regime.HospitalAgent, roster.Asked, roster.Held, roster.Zone);
            var other = Ask(Regime.HospitalAgent, roster.Asked, roster.Held.Reverse(), roster.Zone);
            Assert.Equal(one.Refusal?.Code, other.Refusal?.Code);
            Assert.Equal(one.Refusal?.FoundMinutes, other.Refusal?.FoundMinutes);
            Assert.Equal(one.Refusal?.Conflicts.Select(duty => duty.Id), other.Refusal?.Conflicts.Select(duty => duty.Id));
        });

    private static Duty Moved(Duty duty, DateTimeOffset start) => new(duty.Id, duty.When.MovedTo(start), duty.WorkedMinutes);

    private static void ForEveryRoster(Config runs, Action<Roster> holds) =>
        Check.One(runs, Prop.ForAll(ArbMap.Default.ArbFor<(byte Place, (byte Gap, byte Length, byte Break)[] Shifts)>(), drawn => holds(Build(drawn.Place, drawn.Shifts))));

    /// <summary>
    /// Up to fifteen shifts half-hours apart, most of them near the rest that the law asks for, some with a break; or one a day, near
    /// the hours of a week. They do not overlap; one of them is the asked one, now and then moved onto its neighbours, or that of
    /// Sunday, which may end on Monday.
    /// </summary>
    private static Roster Build(byte place, (byte Gap, byte Length, byte Break)[] shifts)
    {
        var (name, monday) = Places[place % Places.Length];
        var (zone, isDaily) = (TimeZoneInfo.FindSystemTimeZoneById(name), place / Places.Length % 2 is 1);
        var cursor = At(monday, zone).AddMinutes(isDaily ? 30 * (shifts.Sum(shift => shift.Gap) % 48) : 0);
        var duties = new List<Duty>();
        foreach (var (gap, length, pause) in shifts.Length == 0 ? [(1, 1, 1)] : shifts[..Math.Min(shifts.Length, 15)])
        {
            var start = isDaily ? cursor : cursor.AddMinutes(30 * (gap % 4 == 0 ? gap % 64 : 22 + (gap % 8)));
            var when = new Interval(start, start.AddMinutes(30 * (isDaily ? 12 + (place / 2 / Places.Length % 5) + (length % 2) : 1 + (length % 24))));
            duties.Add(new Duty(Guid.CreateVersion7(), when, (int)when.Length.TotalMinutes - (30 * (pause % 2))));
            cursor = isDaily ? start.AddDays(1) : when.End;
        }

        var asked = duties[isDaily ? Math.Min(6, duties.Count - 1) : shifts.Sum(shift => shift.Break) % duties.Count];
        var nudged = duties.Count % 5 == 0 && !isDaily ? asked.When.Start.AddMinutes(-30 * (shifts[0].Gap % 30)) : asked.When.Start;
        return new Roster(Moved(asked, nudged), [.. duties.Where(duty => duty != asked)], zone);
    }

    private sealed record Roster(Duty Asked, IReadOnlyList<Duty> Held, TimeZoneInfo Zone);
}
