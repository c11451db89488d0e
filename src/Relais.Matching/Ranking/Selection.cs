namespace Relais.Matching.Ranking;

/// <summary>The smallest keys of many: Hoare's quickselect on a middle pivot, then a sort of those kept. Keys are distinct.</summary>
internal static class Selection
{
    public static Span<long> Smallest(Span<long> keys, int most)
    {
        if (most < keys.Length)
        {
            Partition(keys, most);
            keys = keys[..most];
        }

        keys.Sort();
        return keys;
    }

    private static void Partition(Span<long> keys, int most)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = keys[(low + high) >> 1];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            if (most <= right)
            {
                high = right;
            }
            else if (most >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }
}
