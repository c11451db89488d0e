using FsCheck;
using FsCheck.Fluent;
using Relais.Matching.Rest;
using Interval = Relais.Matching.Rest.Interval;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

/// <summary>The engine against a slow oracle that looks at every window, minute by minute, and knows nothing of peaks or jumps.</summary>
public sealed class RestProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150);

    /// <summary>Two weeks around the night of 30 March 2025, when clocks go forward in Paris.</summary>
    private static readonly DateTimeOffset Monday = At("2025-03-24 00:00");

    [Fact]
    public void Every_regime_answers_as_the_oracle_does() =>
        Check.One(Runs, Prop.ForAll(Rosters(), roster =>
        {
            foreach (var regime in Enum.GetValues<Regime>())
            {
                var verdict = Ask(regime, roster.Asked, roster.Held);
                Assert.Equal(RestOracle.Allows(regime, roster.Asked, roster.Held), verdict.IsAllowed);
            }
        }));

    [Fact]
    public void The_figure_of_the_sliding_seven_days_is_the_worst_window() =>
        Check.One(Runs, Prop.ForAll(Rosters(), roster =>
        {
            if (Ask(Regime.HospitalAgent, roster.Asked, roster.Held).Refusal is { Code: "rest.sliding-cap" } refusal)
            {
                Assert.Equal(RestOracle.WorstSevenDays(roster.Asked, roster.Held), refusal.FoundMinutes);
            }
        }));

    [Fact]
    public void The_earliest_start_is_the_first_that_the_oracle_allows() =>
        Check.One(Runs.WithMaxTest(12), Prop.ForAll(Rosters(), roster =>
        {
            foreach (var regime in new[] { Regime.HospitalAgent, Regime.PrivateSector, Regime.Liberal })
            {
                if (Ask(regime, roster.Asked, roster.Held).Refusal is not { } refusal)
                {
                    continue;
                }

                var start = refusal.EarliestStart!.Value;
                Assert.True(RestOracle.Allows(regime, Moved(roster.Asked, start), roster.Held));
                for (var earlier = roster.Asked.When.Start; earlier < start; earlier += TimeSpan.FromMinutes(30))
                {
                    Assert.False(RestOracle.Allows(regime, Moved(roster.Asked, earlier), roster.Held), $"{regime}: {earlier:O} would do, before {start:O}");
                }
            }
        }));

    [Fact]
    public void The_order_of_the_commitments_does_not_matter() =>
        Check.One(Runs, Prop.ForAll(Rosters(), roster =>
        {
            var one = Ask(Regime.HospitalAgent, roster.Asked, roster.Held);
            var other = Ask(Regime.HospitalAgent, roster.Asked, roster.Held.Reverse());
            Assert.Equal(one.Refusal?.Code, other.Refusal?.Code);
            Assert.Equal(one.Refusal?.FoundMinutes, other.Refusal?.FoundMinutes);
            Assert.Equal(one.Refusal?.Conflicts.Select(duty => duty.Id), other.Refusal?.Conflicts.Select(duty => duty.Id));
        }));

    private static Duty Moved(Duty duty, DateTimeOffset start) => new(duty.Id, duty.When.MovedTo(start), duty.WorkedMinutes);

    private sealed record Roster(Duty Asked, IReadOnlyList<Duty> Held)
    {
        public override string ToString() => $"asked {Show(Asked)}; held {string.Join(", ", Held.Select(Show))}";

        private static string Show(Duty duty) => $"{duty.When.Start:MM-dd HH:mm}–{duty.When.End:MM-dd HH:mm} ({duty.WorkedMinutes})";
    }

    /// <summary>Up to fourteen shifts that do not overlap, half-hours apart, some with a break; one more anywhere among them.</summary>
    private static Arbitrary<Roster> Rosters() =>
        ArbMap.Default.ArbFor<(byte Gap, byte Length, byte Break)[]>().Convert(
            shifts => Build(shifts.Length == 0 ? [(40, 16, 0)] : shifts[..Math.Min(shifts.Length, 15)]),
            _ => []);

    private static Roster Build((byte Gap, byte Length, byte Break)[] shifts)
    {
        var cursor = Monday;
        var held = new List<Duty>();
        foreach (var (gap, length, pause) in shifts[1..])
        {
            var when = new Interval(cursor.AddMinutes(30 * (gap % 40)), cursor.AddMinutes((30 * (gap % 40)) + (30 * (1 + (length % 24)))));
            held.Add(new Duty(Guid.CreateVersion7(), when, (int)when.Length.TotalMinutes - (30 * (pause % 2))));
            cursor = when.End;
        }

        var start = Monday.AddMinutes(30 * (shifts[0].Gap * 255 + shifts[0].Break) % (14 * 24 * 60));
        var asked = new Interval(start, start.AddMinutes(30 * (1 + (shifts[0].Length % 24))));
        return new Roster(new Duty(Guid.Empty, asked), held);
    }
}
