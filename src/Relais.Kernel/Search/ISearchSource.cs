namespace Relais.Kernel.Search;

/// <summary>One line of an answer, in words of the field, with the page that it opens.</summary>
public sealed record SearchHit(string Title, string Detail, string Url);

/// <summary>What a room lets people find from the one search box. It answers only what the asker may open.</summary>
public interface ISearchSource
{
    /// <summary>What its answers are, in French: the heading above them.</summary>
    string Title { get; }

    /// <param name="searchKey">What was typed, folded by <see cref="Text.SearchKey"/>.</param>
    /// <param name="most">How many answers to give at most.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation);
}
