using System.Collections.Frozen;
using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>
/// A need as the rules see one. What the clocks of a place make of it is worked out once for each zone, not for each
/// person: one thread reads a profile.
/// </summary>
public sealed class NeedProfile
{
    private readonly Dictionary<TimeZoneInfo, NeedOnClocks> _clocks = new(ReferenceEqualityComparer.Instance);
    private bool? _touchesNight;
    private DateOnly? _day;

    /// <summary>Rank of the profession and unit in the grid.</summary>
    public required int Cell { get; init; }

    /// <summary>Rank of the profession.</summary>
    public required int Profession { get; init; }

    /// <summary>The other practices with which the post may be held, the cheapest first; none where the need does not accept them.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    /// <summary>The least level of verification, 0 to 4; 0 asks for none.</summary>
    public required int Level { get; init; }

    /// <summary>The shift.</summary>
    public required Interval When { get; init; }

    /// <summary>The zone of the place.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Rank of the commune of the place.</summary>
    public required int Commune { get; init; }

    /// <summary>
    /// Estimated minutes of travel to the place from the commune of that rank; infinite where no car goes. A table for who
    /// asks about many people, a reckoning for who asks about one.
    /// </summary>
    public required Func<int, float> Minutes { get; init; }

    /// <summary>The work is done from home.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Those whom the establishment no longer calls on, and those who no longer want to be called by it.</summary>
    public IReadOnlySet<Guid> Excluded { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>The instant at which the question is put.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The day of the shift, on the clocks of the place.</summary>
    public DateOnly Day => _day ??= PlaceTime.DayOf(When.Start, Zone);

    /// <summary>The cells in which people are looked for: that of the need, then those of its substitutes.</summary>
    internal int CellAt(int rank) => rank is 0 ? Cell : Substitutes[rank - 1].Cell;

    /// <summary>Whether the person practises the profession of the need, or one of those permitted.</summary>
    internal bool IsPractisedBy(Candidate person)
    {
        if (person.Practises(Profession))
        {
            return true;
        }

        foreach (var substitute in Substitutes)
        {
            if (person.Practises(substitute.Profession))
            {
                return true;
            }
        }

        return false;
    }

    internal bool TouchesNight => _touchesNight ??= UsualWeek.TouchesNight(When, Zone);

    internal float MinutesFrom(int home) => home < 0 ? float.PositiveInfinity : Minutes(home);

    internal NeedOnClocks OnClocksOf(TimeZoneInfo zone)
    {
        if (!_clocks.TryGetValue(zone, out var clocks))
        {
            _clocks[zone] = clocks = new NeedOnClocks(UsualWeek.Touched(When, zone), TimeZoneInfo.ConvertTime(Now, zone).DateTime);
        }

        return clocks;
    }
}

/// <param name="Hours">The hours of the usual week that the shift touches: seven masks of 24 bits, Monday first.</param>
/// <param name="Now">What the clocks show when the question is put.</param>
internal sealed record NeedOnClocks(IReadOnlyList<int> Hours, DateTime Now);
