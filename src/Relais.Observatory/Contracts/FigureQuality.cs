namespace Relais.Observatory.Contracts;

/// <summary>How far a figure may be trusted, from the surest. It is said wherever the figure is.</summary>
public enum FigureQuality
{
    /// <summary>Published by a statistical office, shown as it was.</summary>
    Published,

    /// <summary>Counted in a register or a census.</summary>
    Counted,

    /// <summary>Computed from counts and imported travel times.</summary>
    Computed,

    /// <summary>Computed from modelled travel times or approximate points: for screening.</summary>
    Estimated,
}
