using Relais.Matching.Rest;

namespace Relais.Commitments.Calendars;

/// <summary>What the events of a file make of a period, once repeated, changed and cancelled as the file says.</summary>
internal sealed class Occurrences
{
    // Enough for many rotas; a file made to exhaust the reader stops here.
    private const int MostDates = 5_000_000;
    private const int MostFound = 50_000;

    private readonly Interval _period;
    private readonly List<Occurrence> _found = [];
    private readonly Dictionary<string, DateSet> _changed;
    private int _dates;

    private Occurrences(Interval period, IReadOnlyList<CalendarEvent> events)
    {
        _period = period;
        _changed = events.Where(one => one is { Replaces: not null, UnreadRepetition: null, Uid.Length: > 0 })
            .GroupBy(one => one.Uid, StringComparer.Ordinal)
            .ToDictionary(changes => changes.Key, changes => new DateSet(changes.Select(one => one.Replaces!)), StringComparer.Ordinal);
    }

    /// <summary>Those that meet the period, in no order.</summary>
    public IReadOnlyList<Occurrence> Found => _found;

    /// <summary>Events and single dates that the file cancels.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Events that never meet the period.</summary>
    public int Outside { get; private set; }

    /// <exception cref="CalendarFaultException">The file repeats beyond reason.</exception>
    public static Occurrences In(Interval period, IReadOnlyList<CalendarEvent> events)
    {
        var latest = WithoutFormerVersions(events);
        var occurrences = new Occurrences(period, latest);
        foreach (var one in latest)
        {
            occurrences.Add(one);
        }

        return occurrences;
    }

    private void Add(CalendarEvent one)
    {
        if (one.IsCancelled)
        {
            Cancelled++;
            return;
        }

        var meets = false;
        var except = new DateSet(one.Except);
        var changed = one.Replaces is null ? _changed.GetValueOrDefault(one.Uid) : null;
        var longBefore = LongBefore(one);
        foreach (var start in DatesOf(one))
        {
            if (++_dates > MostDates || _found.Count > MostFound)
            {
                throw new CalendarFaultException(one.Line, "ce calendrier répète trop d’événements.");
            }

            if (start.Clock < longBefore)
            {
                continue;
            }

            var occurrence = new Occurrence(one, start.Instant, one.Length.EndOf(start));
            if (!occurrence.Meets(_period) && one.UnreadRepetition is null)
            {
                continue;
            }

            meets = true;
            if (except.Holds(start))
            {
                Cancelled++;
            }
            else if (changed?.Holds(start) is not true)
            {
                _found.Add(occurrence);
            }
        }

        Outside += meets ? 0 : 1;
    }

    /// <summary>What begins before this time of any clock is over before the period: no need to ask its zone.</summary>
    private DateTime LongBefore(CalendarEvent one) => one.UnreadRepetition is not null
        ? DateTime.MinValue
        : _period.Start.UtcDateTime.AddDays(-2) - one.Length.OnClocks - one.Length.Elapsed;

    private IEnumerable<CalendarTime> DatesOf(CalendarEvent one) =>
        one.Repeats?.From(one.Start, _period.End).Select(clock => one.Start with { Clock = clock }) ?? [one.Start];

    /// <summary>Several events under one name and one version are several events: badly made files have them.</summary>
    private static IReadOnlyList<CalendarEvent> WithoutFormerVersions(IReadOnlyList<CalendarEvent> events)
    {
        var latest = events.GroupBy(Identity).ToDictionary(versions => versions.Key, versions => versions.Max(one => one.Sequence));
        return [.. events.Where(one => one.Uid.Length is 0 || one.Sequence == latest[Identity(one)])];

        static (string Uid, DateTimeOffset? Date) Identity(CalendarEvent one) => (one.Uid, one.Replaces?.Instant);
    }
}
