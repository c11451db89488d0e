namespace Relais.Territory.Communes;

internal static class Typo
{
    /// <summary>Whether one letter was changed, added or left out, or two neighbours swapped.</summary>
    public static bool IsOneAway(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];

        return left.Length == right.Length
            ? left.Length > 0 && (SameAfter(left, 1, right, 1) || IsSwap(left, right))
            : left.Length > right.Length ? SameAfter(left, 1, right, 0) : SameAfter(left, 0, right, 1);
    }

    private static bool SameAfter(ReadOnlySpan<char> left, int leftSkip, ReadOnlySpan<char> right, int rightSkip) =>
        left[leftSkip..].SequenceEqual(right[rightSkip..]);

    private static bool IsSwap(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
}
