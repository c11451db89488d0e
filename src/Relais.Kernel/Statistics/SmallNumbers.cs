namespace Relais.Kernel.Statistics;

/// <summary>
/// Which numbers of people are not published, because the few that they count could be recognised. A number that could be
/// found again by taking the others from the total is not published either.
/// </summary>
/// <param name="Least">The smallest number of people that is published, from 2.</param>
public sealed record SmallNumbers(int Least)
{
    public const string RuleKind = "published-figures";

    public const string RuleKey = "least-people";

    /// <summary>Nobody is nobody: 0 tells nothing of anyone.</summary>
    public bool IsSmall(int people) => people > 0 && people < Least;

    /// <param name="people">How many people each part of one total counts.</param>
    /// <returns>For each part, whether it is hidden. What is hidden counts at least <see cref="Least"/> people in two parts or more, or everybody.</returns>
    public IReadOnlyList<bool> Hidden(IReadOnlyList<int> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var hidden = people.Select(IsSmall).ToArray();
        if (!hidden.Contains(true))
        {
            return hidden;
        }

        // The smallest of the others gives least away.
        foreach (var next in Enumerable.Range(0, people.Count).Where(part => !hidden[part] && people[part] > 0).OrderBy(part => people[part]).ToList())
        {
            var parts = Enumerable.Range(0, people.Count).Where(part => hidden[part]).ToList();
            if (parts.Count > 1 && parts.Sum(part => people[part]) >= Least)
            {
                break;
            }

            hidden[next] = true;
        }

        return hidden;
    }
}
