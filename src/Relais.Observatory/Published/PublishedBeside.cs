using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Published;

/// <summary>Our figures with those that DREES publishes beside them.</summary>
internal sealed class PublishedBeside(Reading ours, Reading theirs, IReadOnlyList<CommuneIndex> communes)
{
    /// <summary>What DREES says, and of when.</summary>
    public Provenance Provenance => theirs.Provenance;

    /// <summary>Of the communes that both give: how many, the mean of the differences, and the mean of their size whatever their sign; nothing when there are none.</summary>
    public (int Communes, double Mean, double Size)? Gap { get; } = GapOf([.. communes.Select(commune => Between(ours.Of(commune), theirs.Of(commune))).OfType<double>()]);

    public Figure Of(CommuneIndex commune) => theirs.Of(commune);

    /// <summary>Ours less theirs; nothing where one of them is missing.</summary>
    public double? Difference(CommuneIndex commune) => Between(ours.Of(commune), theirs.Of(commune));

    private static double? Between(Figure one, Figure other) => (one, other) is (Figure.Known mine, Figure.Known published) ? mine.Value - published.Value : null;

    private static (int Communes, double Mean, double Size)? GapOf(IReadOnlyList<double> differences) =>
        differences.Count is 0 ? null : (differences.Count, differences.Average(), differences.Average(Math.Abs));
}
