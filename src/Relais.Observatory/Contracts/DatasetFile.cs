namespace Relais.Observatory.Contracts;

/// <summary>A file to take in, and what is said of it.</summary>
public sealed record DatasetFile
{
    public required string Name { get; init; }

    /// <summary>Opens the file from its beginning; it is read twice, for its hash and for its lines.</summary>
    public required Func<Stream> Open { get; init; }

    public required string Source { get; init; }

    public required string Vintage { get; init; }

    public string Licence { get; init; } = "non précisée";

    public FigureQuality Quality { get; init; } = FigureQuality.Counted;

    public bool IsInvented { get; init; }

    /// <summary>Says what would happen and changes nothing.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Takes the readable lines in although others are not; otherwise one bad line refuses the file.</summary>
    public bool SkipsBadLines { get; init; }
}
