namespace Relais.Matching.Planning;

/// <summary>Volunteers who still have a choice, in groups that share no shift: each group can be settled by itself.</summary>
internal sealed class VolunteerGroups
{
    private readonly Dictionary<int, List<int>> _byShift = [];

    public VolunteerGroups(PairTable pairs, List<Choice>[] choices)
    {
        var free = Enumerable.Range(0, choices.Length).Where(volunteer => choices[volunteer].Count > 1).ToList();
        var reach = free.ToDictionary(volunteer => volunteer, volunteer => choices[volunteer].SelectMany(choice => choice.Pairs).Select(pair => pairs.Shift[pair]).Distinct().ToArray());
        foreach (var (volunteer, shift) in free.SelectMany(volunteer => reach[volunteer], (volunteer, shift) => (volunteer, shift)))
        {
            (_byShift.TryGetValue(shift, out var others) ? others : _byShift[shift] = []).Add(volunteer);
        }

        var seen = new HashSet<int>();
        All = [.. free.Where(volunteer => !seen.Contains(volunteer)).Select(volunteer => Around(volunteer, reach, seen)).OrderBy(group => group.Count)];
    }

    /// <summary>The smallest first; within a group, neighbours side by side.</summary>
    public IReadOnlyList<IReadOnlyList<int>> All { get; }

    /// <summary>Whether somebody who has a choice may serve the shift.</summary>
    public bool Reaches(int shift) => _byShift.ContainsKey(shift);

    private List<int> Around(int volunteer, Dictionary<int, int[]> reach, HashSet<int> seen)
    {
        var group = new List<int> { volunteer };
        seen.Add(volunteer);
        for (var at = 0; at < group.Count; at++)
        {
            group.AddRange(reach[group[at]].SelectMany(shift => _byShift[shift]).Where(seen.Add));
        }

        return group;
    }
}
