using System.Runtime.InteropServices;

namespace Relais.Matching.Rest;

/// <summary>
/// A span of instants, half-open: it holds <see cref="Start"/> and not <see cref="End"/>, so two spans that
/// touch do not overlap. Instants are UTC; a span never depends on a zone, hence neither on summer time.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval
{
    /// <summary>A span of at least one tick.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public Interval(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
        {
            throw new ArgumentException($"The end ({end:O}) must be after the start ({start:O}).", nameof(end));
        }

        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>First instant of the span.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>First instant after the span.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Elapsed time, which is not the difference of the wall clocks on the night of a clock change.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether the two spans share an instant.</summary>
    public bool Overlaps(Interval other) => Start < other.End && other.Start < End;

    /// <summary>Whether the whole of the other span is in this one.</summary>
    public bool Contains(Interval other) => Start <= other.Start && other.End <= End;

    /// <summary>How long the two spans run together; zero when they do not meet.</summary>
    public TimeSpan SharedWith(Interval other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end > start ? end - start : TimeSpan.Zero;
    }

    /// <summary>The same length, begun at another instant.</summary>
    public Interval MovedTo(DateTimeOffset start) => new(start, start + Length);

    /// <summary>This span lengthened at both ends.</summary>
    public Interval Widened(TimeSpan before, TimeSpan after) => new(Start - before, End + after);
}
