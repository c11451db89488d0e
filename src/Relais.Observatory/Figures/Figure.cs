using Relais.Accessibility.Ranges;

namespace Relais.Observatory.Figures;

/// <summary>A figure with what it rests on, or the reason why there is none. One type carries both, so that none is shown alone.</summary>
internal abstract record Figure
{
    private Figure(Provenance provenance) => Provenance = provenance;

    public Provenance Provenance { get; }

    /// <summary>A figure, with the interval in which it may lie where that is known.</summary>
    internal sealed record Known(double Value, FigureRange? Range, Provenance From) : Figure(From)
    {
        /// <summary>Whether one of the thresholds lies within the range: the figure may be on either side of it.</summary>
        public bool Crosses(IReadOnlyList<double> thresholds) => Range is { } range && thresholds.Any(threshold => range.SideOf(threshold) is ThresholdSide.NotClassed);
    }

    /// <summary>Too few people to be published: they could be recognised. It is never written 0.</summary>
    internal sealed record Secret(Provenance From) : Figure(From);

    /// <summary>There is nothing to count on: no inhabitant, no practitioner, or a source that does not cover all of it.</summary>
    internal sealed record None(Provenance From) : Figure(From);
}
