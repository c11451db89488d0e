namespace Relais.Territory.Reference;

internal static class FirstWins
{
    /// <summary>A dictionary in which the first of several equal keys is kept: public files repeat themselves.</summary>
    public static Dictionary<TKey, TValue> ToFirstDictionary<T, TKey, TValue>(this IEnumerable<T> items, Func<T, TKey> key, Func<T, TValue> value)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TValue>();
        foreach (var item in items)
        {
            dictionary.TryAdd(key(item), value(item));
        }

        return dictionary;
    }
}
