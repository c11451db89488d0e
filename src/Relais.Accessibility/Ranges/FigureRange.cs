namespace Relais.Accessibility.Ranges;

/// <summary>Which side of a threshold a figure is on, as far as its range tells.</summary>
public enum ThresholdSide
{
    Under,
    NotUnder,

    /// <summary>The range crosses the threshold: the place is not classed.</summary>
    NotClassed,
}

/// <summary>Where the figure of a place is in nine draws of ten.</summary>
/// <param name="Low">One draw in twenty is lower.</param>
/// <param name="High">One draw in twenty is higher.</param>
public readonly record struct FigureRange(double Low, double High)
{
    public ThresholdSide SideOf(double threshold) =>
        High < threshold ? ThresholdSide.Under : Low >= threshold ? ThresholdSide.NotUnder : ThresholdSide.NotClassed;
}
