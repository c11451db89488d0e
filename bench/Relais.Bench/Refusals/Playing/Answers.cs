namespace Relais.Bench.Refusals.Playing;

/// <summary>
/// What a person says about a need, whoever asks and whenever: of a hundred, 40 say yes, 40 say no and 20 never answer.
/// Half answer within 40 minutes of waking time, one in ten after three hours and a half; nobody answers at night.
/// </summary>
internal sealed class Answers(int seed)
{
    public const double Yes = 0.4;
    private const double Silent = 0.2;
    private const double MedianMinutes = 40;
    private const double Spread = 1.3;
    private static readonly TimeSpan Wakes = TimeSpan.FromHours(7);
    private static readonly TimeSpan Sleeps = TimeSpan.FromHours(22);

    /// <returns>When the answer comes and what it is; nothing from who never answers.</returns>
    public (DateTimeOffset At, bool IsYes)? Of(PostedNeed need, Guid person, DateTimeOffset asked)
    {
        var draws = new Random(HashCode(need.Rank, person));
        var (mind, first, second) = (draws.NextDouble(), draws.NextDouble(), draws.NextDouble());
        if (mind >= 1 - Silent)
        {
            return null;
        }

        var normal = Math.Sqrt(-2 * Math.Log(1 - first)) * Math.Cos(2 * Math.PI * second);
        return (Awake(asked, TimeSpan.FromMinutes(MedianMinutes * Math.Exp(Spread * normal)), need.Zone), mind < Yes);
    }

    /// <summary>The instant after so much time awake.</summary>
    private static DateTimeOffset Awake(DateTimeOffset from, TimeSpan time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        while (true)
        {
            local = local.TimeOfDay < Wakes ? local.Date + Wakes : local.TimeOfDay >= Sleeps ? local.Date.AddDays(1) + Wakes : local;
            var left = local.Date + Sleeps - local;
            if (time < left)
            {
                local += time;
                return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            }

            time -= left;
            local = local.Date + Sleeps;
        }
    }

    /// <summary>The same in every process, unlike those of the framework.</summary>
    private int HashCode(int need, Guid person)
    {
        Span<byte> bytes = stackalloc byte[24];
        person.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], need);
        BitConverter.TryWriteBytes(bytes[20..], seed);
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 1_099_511_628_211UL;
        }

        return (int)((hash ^ (hash >> 32)) & int.MaxValue);
    }
}
