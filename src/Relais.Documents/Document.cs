namespace Relais.Documents;

/// <summary>
/// What a paper says, in reading order. It knows nothing of pages: <see cref="Pdf"/> lays it out. The same document gives
/// the same bytes, whenever and wherever it is drawn.
/// </summary>
public sealed record Document
{
    public required string Title { get; init; }

    /// <summary>The language of its words (BCP 47: <c>fr</c>, <c>en</c>).</summary>
    public required string Language { get; init; }

    /// <summary>Who issues it, above the title.</summary>
    public required string Issuer { get; init; }

    /// <summary>The instant that the paper bears; never that of drawing, so that a paper drawn twice is one paper.</summary>
    public required DateTimeOffset DatedAt { get; init; }

    /// <summary>On its long side, for tables of many columns.</summary>
    public bool IsWide { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>A piece of a document.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <param name="Level">2 for a part, 3 for a part of it: the title of the document is the only 1.</param>
    /// <param name="Text">Its words.</param>
    public sealed record Heading(int Level, string Text) : Block;

    /// <param name="Text">One paragraph; a line break in it is kept.</param>
    /// <param name="IsLead">The sentence that says it all, in larger letters.</param>
    public sealed record Paragraph(string Text, bool IsLead = false) : Block;

    /// <summary>Names and their values, one a row.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : Block;

    /// <summary>A table with its title and its head.</summary>
    public sealed record Table(Sheet Sheet) : Block;
}

/// <param name="Name">What it is.</param>
/// <param name="Value">What it is here.</param>
/// <param name="IsStrong">To be found at a glance.</param>
public sealed record Fact(string Name, string Value, bool IsStrong = false);
