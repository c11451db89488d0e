using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Evolution;

/// <summary>An indicator of one territory, vintage after vintage.</summary>
/// <param name="Unchanged">What is the same at all vintages, in a sentence.</param>
/// <param name="Moments">The earliest first; one at least.</param>
internal sealed record Trajectory(Indicator Indicator, string? Unchanged, IReadOnlyList<Moment> Moments)
{
    public Moment Last => Moments[^1];

    /// <summary>Where it goes since the vintage known before; nothing where that says nothing of the territory.</summary>
    public Trend? Trend => Last switch
    {
        { Figure: Figure.Known, Change: { } change } => new Trend(DirectionOf(change.Difference), change.Since),
        { Figure: Figure.Known, Rupture: not Rupture.None } when Moments[^2] is { Figure: Figure.Known } before => new Trend(Direction.Broken, before.Vintage),
        _ => null,
    };

    /// <summary>The figures that are known since the last rupture, the earliest first.</summary>
    public IReadOnlyList<(string Vintage, Figure.Known Figure)> LastSeries =>
    [
        .. Moments.Skip(Moments.Select((moment, rank) => moment.Rupture is Rupture.None ? 0 : rank).Max())
            .Where(moment => moment.Figure is Figure.Known).Select(moment => (moment.Vintage, (Figure.Known)moment.Figure)),
    ];

    /// <param name="vintages">The newest first.</param>
    public static Trajectory Of(IPastMeasure measure, IReadOnlyList<VintageReading> vintages, IReadOnlyList<CommuneIndex> communes)
    {
        var moments = new List<Moment>();
        Moment? before = null;
        (string Vintage, double Value)? known = null;
        foreach (var (vintage, reading) in vintages.Reverse())
        {
            var figure = reading.Of(communes);
            var rupture = before is null ? Rupture.None : Between(before.Figure.Provenance, figure.Provenance);
            known = rupture is Rupture.None ? known : null;
            moments.Add(before = new Moment(vintage, figure, reading.Covers(communes), rupture, figure is Figure.Known now && known is var (since, value) ? Since(since, value, now.Value) : null));
            known = figure is Figure.Known latest ? (vintage, latest.Value) : known;
        }

        return new Trajectory(measure.Indicator, measure.Unchanged, moments);
    }

    /// <summary>What reads the same is stable.</summary>
    private Direction DirectionOf(double difference) => Math.Round(difference, Indicator.Decimals, MidpointRounding.AwayFromZero) switch
    {
        > 0 => Direction.Up,
        < 0 => Direction.Down,
        _ => Direction.Stable,
    };

    private static Change Since(string vintage, double before, double now) => new(vintage, now - before, before is 0 ? null : (now - before) / before);

    private static Rupture Between(Provenance before, Provenance now) =>
        (before.Source == now.Source ? Rupture.None : Rupture.Source)
        | (before.Method == now.Method ? Rupture.None : Rupture.Method)
        | (before.Quality == now.Quality ? Rupture.None : Rupture.Quality)
        | (before.IsInvented == now.IsInvented ? Rupture.None : Rupture.Invented);
}

/// <param name="Since">The vintage that the last one is held against.</param>
internal sealed record Trend(Direction Direction, string Since);

internal enum Direction
{
    Up,
    Down,
    Stable,

    /// <summary>Both vintages are known and are no series: source or method changed.</summary>
    Broken,
}
