namespace Relais.Territory.Communes;

/// <summary>
/// Finds what people mean by a name among some tens of thousands: the same name, then a name that begins so, then a
/// name one of whose words begins so, then a name, or a word of a name, with one wrong, missing or swapped letter.
/// </summary>
internal sealed class NameSearch<T>(IEnumerable<(string Name, T Item)> named)
{
    private const int ShortestWithTypo = 4;

    private readonly (string Key, T Item)[] _entries = [.. named.Select(entry => (NameKey.From(entry.Name), entry.Item))];

    public IReadOnlyList<T> Search(string text, int most)
    {
        var key = NameKey.From(text);
        if (key.Length is 0)
        {
            return [];
        }

        var sure = Ranked(key, Rank).Take(most).ToList();
        return sure.Count > 0 || key.Length < ShortestWithTypo ? sure : [.. Ranked(key, RankOfTypo).Take(most)];
    }

    private IEnumerable<T> Ranked(string key, Func<string, string, int?> rank) => _entries
        .Select(entry => (entry.Key, entry.Item, Rank: rank(entry.Key, key)))
        .Where(hit => hit.Rank is not null)
        .OrderBy(hit => hit.Rank)
        .ThenBy(hit => hit.Key.Length)
        .ThenBy(hit => hit.Key, StringComparer.Ordinal)
        .Select(hit => hit.Item)
        .Distinct();

    private static int? Rank(string name, string key) =>
        name == key ? 0
        : WithoutArticle(name) == key ? 1
        : name.StartsWith(key, StringComparison.Ordinal) || WithoutArticle(name).StartsWith(key, StringComparison.Ordinal) ? 2
        : name.Contains($" {key}", StringComparison.Ordinal) ? 3
        : null;

    private static int? RankOfTypo(string name, string key) =>
        Typo.IsOneAway(name, key) || Typo.IsOneAway(WithoutArticle(name), key) ? 4
        : RankOfTypoInWord(name, key);

    private static int? RankOfTypoInWord(ReadOnlySpan<char> name, string key)
    {
        foreach (var word in name.Split(' '))
        {
            if (name[word].Length >= ShortestWithTypo && Typo.IsOneAway(name[word], key))
            {
                return word.Start.Value is 0 ? 5 : 6;
            }
        }

        return null;
    }

    private static string WithoutArticle(string name)
    {
        foreach (var article in (ReadOnlySpan<string>)["le ", "la ", "les ", "l "])
        {
            if (name.StartsWith(article, StringComparison.Ordinal))
            {
                return name[article.Length..];
            }
        }

        return name;
    }
}
