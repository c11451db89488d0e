using Relais.Observatory.Figures;

namespace Relais.Observatory.Evolution;

/// <summary>A figure at one vintage, beside the one that was known before it.</summary>
/// <param name="IsCovered">Whether the source of that vintage speaks of the whole territory: where it does not, nothing fell to nought.</param>
/// <param name="Rupture">Why it cannot be held against the vintage before it.</param>
/// <param name="Change">From the last figure that was known before; nothing where there is none, or across a rupture.</param>
internal sealed record Moment(string Vintage, Figure Figure, bool IsCovered, Rupture Rupture, Change? Change);

/// <param name="Since">The vintage that it is held against.</param>
/// <param name="Difference">In the unit of the indicator, before rounding.</param>
/// <param name="Share">Of the earlier figure; nothing where that was 0.</param>
internal sealed record Change(string Since, double Difference, double? Share);

/// <summary>Why two vintages are no series.</summary>
[Flags]
internal enum Rupture
{
    None = 0,
    Source = 1,
    Method = 2,
    Quality = 4,

    /// <summary>One of both was made up for the demonstration.</summary>
    Invented = 8,
}
