using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Statistics;

/// <summary>How the figures of communes make the figure of a territory.</summary>
internal enum Aggregation
{
    /// <summary>People counted over people of the same line: both add up, and the share is made again.</summary>
    Share,

    /// <summary>A rate or minutes: weighed by the inhabitants, since the source gives nothing that adds up.</summary>
    Mean,

    /// <summary>A count: it adds up.</summary>
    Sum,
}

/// <summary>A column of communes that the observatory knows how to read.</summary>
/// <param name="Name">As the header of a file has it.</param>
/// <param name="Aggregation">How it is put together.</param>
internal sealed record StatisticColumn(string Name, Aggregation Aggregation)
{
    /// <summary>Of a share: the column that counts all those of whom it is a part.</summary>
    public string? Over { get; init; }

    /// <summary>The most that a line may say: 100 for a per cent.</summary>
    public double Most { get; init; } = double.MaxValue;

    /// <summary>It tells of the health of those it counts: a count of a few is not published.</summary>
    public bool IsOfHealth { get; init; }

    /// <summary>Of a projection: the year that it is of.</summary>
    public int? Year { get; init; }

    /// <summary>What it is called on pages, in the language of who reads.</summary>
    public required Func<Words, Indicator> Called { get; init; }

    /// <summary>Where it is found.</summary>
    public required Func<Words, string> From { get; init; }
}
