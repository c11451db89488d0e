using Relais.Accessibility.Ranges;
using Relais.Observatory.Figures;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Indicators;

/// <summary>
/// An indicator read for all the communes: for each what is counted and over what, so that the figure of any set of
/// communes is made of the same numbers as theirs: <c>factor × Σ numerators / Σ denominators</c>.
/// </summary>
internal sealed record Reading
{
    /// <summary>By <see cref="CommuneIndex"/>: practitioners, consultations × inhabitants, people.</summary>
    public required IReadOnlyList<double> Numerators { get; init; }

    /// <summary>By <see cref="CommuneIndex"/>; nothing for a plain count, which adds up.</summary>
    public IReadOnlyList<double>? Denominators { get; init; }

    /// <summary>10 000 for a density, 100 for a share in per cent.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>In the language of who reads: what <see cref="Denominators"/> counts: « habitants, population de référence ».</summary>
    public required string Over { get; init; }

    /// <summary>The least that the denominator must count for the figure to be published; fewer people could be recognised.</summary>
    public int Least { get; init; }

    /// <summary>The least that the numerator must count, unless it is 0: for people whose health is told.</summary>
    public int LeastCounted { get; init; }

    /// <summary>Which part of the denominators of several communes the source must speak of; the figure is then of those alone.</summary>
    public double LeastCovered { get; init; } = 1;

    /// <summary>Whether the source speaks of the commune at all; nothing when it speaks of all.</summary>
    public IReadOnlyList<bool>? Covered { get; init; }

    /// <summary>Which communes are told only together; nothing when each may be told alone.</summary>
    public ToldTogether? Told { get; init; }

    /// <summary>The interval of the figure of each commune, where it is known.</summary>
    public IReadOnlyList<FigureRange?>? Ranges { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether the source speaks of so much of them that they have a figure.</summary>
    public bool Covers(IReadOnlyList<CommuneIndex> communes) => CountedOf(communes) is not null;

    public Figure Of(CommuneIndex commune) => Of([commune]);

    /// <summary>The figure of a set of communes, each counted once.</summary>
    public Figure Of(IReadOnlyList<CommuneIndex> communes)
    {
        if (CountedOf(communes) is not { } counted)
        {
            return new Figure.None(Provenance);
        }

        if (Told is not null && !Told.Tells(communes))
        {
            return new Figure.Secret(Provenance);
        }

        var numerator = counted.Sum(commune => Numerators[commune.Value]);
        if (Denominators is null)
        {
            return new Figure.Known(numerator * Factor, null, Provenance);
        }

        var denominator = counted.Sum(commune => Denominators[commune.Value]);
        return denominator <= 0 ? new Figure.None(Provenance)
            : denominator < Least || (numerator > 0 && numerator < LeastCounted) ? new Figure.Secret(Provenance)
            : new Figure.Known(Factor * numerator / denominator, counted is [var only] && Ranges is not null ? Ranges[only.Value] : null, Provenance);
    }

    /// <summary>The communes that the figure is made of; nothing when the source leaves out too much of them.</summary>
    private IReadOnlyList<CommuneIndex>? CountedOf(IReadOnlyList<CommuneIndex> communes)
    {
        if (Covered is null || communes.All(commune => Covered[commune.Value]))
        {
            return communes;
        }

        List<CommuneIndex> counted = [.. communes.Where(commune => Covered[commune.Value])];
        return LeastCovered < 1 && Denominators is not null && counted.Count > 0
            && counted.Sum(commune => Denominators[commune.Value]) >= LeastCovered * communes.Sum(commune => Denominators[commune.Value]) ? counted : null;
    }
}
