using Relais.Matching.Planning;

namespace Relais.Matching.Repair;

/// <summary>What was changed in a plan step by step, so that it can be told as a whole and taken back.</summary>
internal sealed class PlanChange(PlanState plan)
{
    private readonly List<int> _removed = [];
    private readonly List<int> _added = [];

    /// <summary>Pairs that were held before and are not any more.</summary>
    public IReadOnlyList<int> Removed => _removed;

    /// <summary>Pairs that are held now and were not before.</summary>
    public IReadOnlyList<int> Added => _added;

    public void Make(IReadOnlyList<int> removed, IReadOnlyList<int> added)
    {
        foreach (var pair in removed)
        {
            plan.Remove(pair);
        }

        foreach (var pair in added)
        {
            plan.Add(pair);
        }

        Note(removed, added);
    }

    /// <summary>Somebody else has changed the plan so.</summary>
    public void Note(IReadOnlyList<int> removed, IReadOnlyList<int> added)
    {
        // What comes back is as if it had stayed.
        _removed.AddRange(removed.Where(pair => !_added.Remove(pair)));
        _added.AddRange(added.Where(pair => !_removed.Remove(pair)));
    }

    public void Undo()
    {
        foreach (var pair in _added)
        {
            plan.Remove(pair);
        }

        foreach (var pair in _removed)
        {
            plan.Add(pair);
        }
    }
}
