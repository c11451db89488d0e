using Relais.Matching.Eligibility;

namespace Relais.Matching.Waves;

/// <summary>Somebody who can be asked now, with what decides the order.</summary>
/// <param name="Survivor">The person, the travel, what was declared.</param>
/// <param name="AskedRecently">Requests of the last weeks, over all needs: the fewer, the sooner.</param>
/// <param name="Pool">0 for the establishment's own pool, 1 for its territory, 2 for the region, 3 beyond.</param>
/// <param name="IsOnStandby">Had said yes when every place was held: asked before everybody.</param>
public sealed record Askable(Survivor Survivor, int AskedRecently, int Pool, bool IsOnStandby = false);

/// <summary>
/// Who is asked first. In order: those on standby, those who practise what is asked for before who would stand in, the nearer pool, those who say now to be available, those who declared to be free, those asked least of late,
/// the shorter journey (by quarters of an hour, so that a minute never outweighs fairness), then the id, so that the same
/// situation always gives the same order.
/// </summary>
public sealed class WaveOrder : IComparer<Askable>
{
    private const int JourneyStep = 15;

    /// <summary>The one order.</summary>
    public static WaveOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Askable? x, Askable? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Keys(x).CompareTo(Keys(y));
    }

    /// <summary>Why this person, in codes with a figure: <c>on-duty</c>, <c>declared-free</c>, <c>journey:24</c>, <c>asked:2</c>, <c>own-pool</c>, <c>standby</c>, <c>substitute</c>.</summary>
    public static IReadOnlyList<string> Reasons(Askable person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var reasons = new List<string>();
        if (person.IsOnStandby)
        {
            reasons.Add("standby");
        }

        if (person.Survivor.StandsIn is not null)
        {
            reasons.Add("substitute");
        }

        if (person.Pool is 0)
        {
            reasons.Add("own-pool");
        }

        if (person.Survivor.IsOnDuty)
        {
            reasons.Add("on-duty");
        }
        else if (person.Survivor.IsDeclaredFree)
        {
            reasons.Add("declared-free");
        }

        if (person.Survivor.Minutes is { } minutes && float.IsFinite(minutes))
        {
            reasons.Add(FormattableString.Invariant($"journey:{(int)Math.Ceiling(minutes)}"));
        }

        reasons.Add(FormattableString.Invariant($"asked:{person.AskedRecently}"));
        return reasons;
    }

    private static (bool, int, int, bool, bool, int, int, Guid) Keys(Askable person) => (
        !person.IsOnStandby,
        person.Survivor.StandsIn?.Penalty ?? 0,
        person.Pool,
        !person.Survivor.IsOnDuty,
        !person.Survivor.IsDeclaredFree,
        person.AskedRecently,
        person.Survivor.Minutes is { } minutes ? float.IsFinite(minutes) ? (int)minutes / JourneyStep : int.MaxValue : 0,
        person.Survivor.Person.Person);
}
