namespace Relais.Kernel.PersonalData;

/// <summary>What becomes of the rows of a dossier that is made one with another. Rows of the one that is kept are <c>other</c>.</summary>
public abstract record Merging
{
    private Merging()
    {
    }

    /// <summary>They stay as they are, out of use, with the dossier that is no longer.</summary>
    public static Merging Stays { get; } = new Stay();

    /// <summary>They become rows of the dossier that is kept.</summary>
    public static Move Moves { get; } = new();

    /// <summary>They do, unless this is true of the row and of one that is there already.</summary>
    public static Move MovesUnless(string twice) => new() { Twice = twice };

    public sealed record Move : Merging
    {
        /// <summary>When a row would stand there twice: it stays behind.</summary>
        public string? Twice { get; init; }

        /// <summary>Of two such rows, when it is the one of the dossier that is kept that goes behind, in exchange.</summary>
        public string? Outweighs { get; init; }

        /// <summary>Rows of which this is true never move.</summary>
        public string? Never { get; init; }
    }

    public sealed record Stay : Merging;
}
