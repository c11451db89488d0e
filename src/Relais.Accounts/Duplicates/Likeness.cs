namespace Relais.Accounts.Duplicates;

/// <summary>Whether two names, as they are searched for (lower case, without accents), may be one person's.</summary>
internal static class Likeness
{
    /// <summary>The same words in any order, or one slip of the keyboard in one of them, or one of several given names left out.</summary>
    public static bool AreAlike(string first, string second)
    {
        var (one, other) = (Words(first), Words(second));
        if (one.Length > other.Length)
        {
            (one, other) = (other, one);
        }

        var left = other.ToList();
        var slips = 0;
        foreach (var word in one)
        {
            if (left.Remove(word))
            {
                continue;
            }

            if (left.Find(candidate => candidate.Length > 3 && IsOneSlip(word, candidate)) is not { } near)
            {
                return false;
            }

            left.Remove(near);
            slips++;
        }

        return one.Length >= 2 && slips <= 1 && other.Length - one.Length <= 1;
    }

    private static string[] Words(string key) => key.Split([' ', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One letter more, less, other, or two neighbours exchanged.</summary>
    private static bool IsOneSlip(string word, string other)
    {
        var same = 0;
        while (same < word.Length && same < other.Length && word[same] == other[same])
        {
            same++;
        }

        var (rest, otherRest) = (word[same..], other[same..]);
        return (rest.Length - otherRest.Length) switch
        {
            0 => rest[1..] == otherRest[1..]
                || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..] == otherRest[2..]),
            1 => rest[1..] == otherRest,
            -1 => rest == otherRest[1..],
            _ => false,
        };
    }
}
