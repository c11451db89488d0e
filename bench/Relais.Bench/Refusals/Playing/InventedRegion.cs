using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Bench.Refusals.Playing;

/// <summary>
/// A small region on paper, for where there is no database: 12 × 12 communes eight kilometres apart, 360 people, five
/// hospitals that miss somebody more often than people can be asked.
/// </summary>
internal static class InventedRegion
{
    private const int Side = 12;
    private const double Step = 8;
    private const int People = 360;
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly int[] Hospitals = [14, 21, 66, 118, 129];
    private static readonly (int Cell, int Starts, int Hours, int Posts)[] Shifts = [(0, 20, 10, 1), (1, 6, 12, 1), (2, 5, 8, 2)];

    public static Setting Of(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(1, People).Select(number => Invent(random, number)).ToList();
        var needs = new List<PostedNeed>();
        foreach (var hospital in Hospitals)
        {
            foreach (var (cell, starts, hours, posts) in Shifts)
            {
                for (var day = 1; day <= 14; day++)
                {
                    var lead = Draw(random, 6, 12, 30, 60, 100, 200);
                    if (random.Next(2) is 0)
                    {
                        var start = Monday.AddDays(day).AddHours(starts - 8);
                        needs.Add(Post(needs.Count, hospital, cell, new Interval(start, start.AddHours(hours)), posts, start.AddHours(-lead)));
                    }
                }
            }
        }

        return new Setting("an invented region", CandidateIndex.Of(people), needs, new RestCheck(WorkingTimeRules.ReadEmbedded()), WaveRules.Read());
    }

    private static Candidate Invent(Random random, int number)
    {
        var first = random.Next(3);
        var second = random.Next(2) is 0 ? first : random.Next(3);
        return new Candidate
        {
            Person = new Guid(number, 0, 0, new byte[8]),
            Skills = [.. new[] { first, second }.Distinct().Select(cell => new CandidateSkill((byte)cell, Profession: 0, Years: 3, ExpiresOn: null))],
            Regime = Draw(random, Regime.HospitalAgent, Regime.PrivateSector, Regime.Liberal),
            Home = random.Next(Side * Side),
            TravelMinutes = Draw(random, 15, 30, 30, 45, 45, 60, 90),
            Zone = Paris,
            Nights = random.Next(2) is 0,
            NoticeHours = Draw(random, 0, 2, 4, 12, 24),
            WeeklyLimit = Draw(random, 2, 3, 5, 7),
        };
    }

    private static PostedNeed Post(int rank, int hospital, int cell, Interval when, int posts, DateTimeOffset publishedAt) => new()
    {
        Rank = rank,
        Cell = cell,
        Profession = 0,
        Level = 0,
        When = when,
        WorkedMinutes = (int)when.Length.TotalMinutes - 20,
        Posts = posts,
        PublishedAt = publishedAt,
        Zone = Paris,
        Establishment = FormattableString.Invariant($"{hospital}"),
        Commune = hospital,
        Minutes = home => (float)(5 + Kilometres(home, hospital)),
        Kilometres = home => Kilometres(home, hospital),
    };

    private static double Kilometres(int from, int to) => Step * Math.Sqrt(Math.Pow(from % Side - to % Side, 2) + Math.Pow(from / Side - to / Side, 2));

    private static T Draw<T>(Random random, params ReadOnlySpan<T> answers) => answers[random.Next(answers.Length)];
}
