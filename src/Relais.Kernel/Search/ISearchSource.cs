namespace Relais.Kernel.Search;

/// <summary>One line of an answer, in words of the field, with the page that it opens.</summary>
public sealed record SearchHit(string Title, string Detail, string Url);

/// <summary>What a room lets people find from the one search box. It answers only what the asker may open.</summary>
public interface ISearchSource
{
    Task<IReadOnlyList<SearchHit>> SearchAsync(string searchKey, int most, CancellationToken cancellation);
}
