namespace Relais.Accessibility.Times;

/// <summary>Travel times that somebody answers for where there are, estimated ones where there are not.</summary>
public static class CompletedTimes
{
    /// <param name="given">They prevail, even where they are longer.</param>
    /// <param name="estimated">For the pairs that the others lack.</param>
    /// <exception cref="ArgumentException">They are not of the same places.</exception>
    public static SparseTimes Of(SparseTimes given, SparseTimes estimated)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(estimated);
        if (given.Count != estimated.Count)
        {
            throw new ArgumentException("Both must be of the same places.", nameof(estimated));
        }

        var provenance = given.Provenance with { Source = $"{given.Provenance.Source} + {estimated.Provenance.Source}", Quality = TravelTimeQuality.ImportedThenEstimated };
        return TimesByRow.Gather(given.Count, provenance, () => (residence, row) =>
        {
            var (mine, other) = (given.Start[residence], estimated.Start[residence]);
            var (myEnd, otherEnd) = (given.Start[residence + 1], estimated.Start[residence + 1]);
            while (mine < myEnd || other < otherEnd)
            {
                var isMine = other == otherEnd || (mine < myEnd && given.Column[mine] <= estimated.Column[other]);
                if (isMine)
                {
                    other += other < otherEnd && given.Column[mine] == estimated.Column[other] ? 1 : 0;
                    row.Add((given.Column[mine], given.At(mine)));
                    mine++;
                }
                else
                {
                    row.Add((estimated.Column[other], estimated.At(other)));
                    other++;
                }
            }
        });
    }
}
