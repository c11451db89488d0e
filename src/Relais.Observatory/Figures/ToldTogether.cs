using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Figures;

/// <summary>How much must be counted together before everybody reads it.</summary>
internal sealed record ToldAtLeast(int Establishments, int Posts);

/// <summary>
/// Communes whose figures are told only together, so that no establishment and nobody is recognised. They form blocks that do not overlap,
/// each large enough: communes of one department first, then of one region, then of the country. A set of communes has a figure when it holds whole
/// blocks, so that taking one figure from another leaves whole blocks too.
/// </summary>
internal sealed class ToldTogether
{
    private const int Nothing = -1;

    /// <summary>By <see cref="CommuneIndex"/>, the block in which its places are counted.</summary>
    private readonly int[] _blockOf;

    /// <summary>Communes in each block; of one that is never told, more than there are.</summary>
    private readonly List<int> _sizes = [];

    private ToldTogether(CommuneTable table, IEnumerable<Block> blocks, ToldAtLeast least)
    {
        _blockOf = new int[table.Count];
        Array.Fill(_blockOf, Nothing);
        foreach (var block in blocks)
        {
            foreach (var commune in block.Communes)
            {
                _blockOf[commune.Value] = _sizes.Count;
            }

            _sizes.Add(block.IsLargeEnough(least) ? block.Communes.Count : int.MaxValue);
        }
    }

    public static ToldTogether Of(CommuneTable table, IReadOnlyList<FacilityPosts> lines, ToldAtLeast least)
    {
        var communes = lines.Where(line => line.Posts > 0)
            .Select(line => (Line: line, Commune: table.Find(line.Commune))).Where(pair => pair.Commune is not null)
            .GroupBy(pair => pair.Commune!.Index)
            .Select(group => new Block([group.Key], group.Select(pair => pair.Line.Facility).ToHashSet(), group.Sum(pair => pair.Line.Posts)));
        return Widened(table, communes, least);
    }

    /// <summary>Blocks that are too small are joined within their department, then their region, then the country.</summary>
    private static ToldTogether Widened(CommuneTable table, IEnumerable<Block> narrow, ToldAtLeast least)
    {
        var departments = narrow.GroupBy(block => table[block.Communes[0]].Department, StringComparer.Ordinal).SelectMany(blocks => Joined(blocks, least));
        var regions = departments.GroupBy(block => table[block.Communes[0]].Region, StringComparer.Ordinal).SelectMany(blocks => Joined(blocks, least));
        return new ToldTogether(table, Joined(regions, least), least);
    }

    /// <summary>
    /// The same for people who are counted by commune: communes of one intercommunality in one department are told together first, so
    /// that most intercommunalities have a figure.
    /// </summary>
    /// <param name="table">The communes.</param>
    /// <param name="counted">By <see cref="CommuneIndex"/>: over how many people the figure is made.</param>
    /// <param name="least">How many must be told together.</param>
    public static ToldTogether OfPeople(CommuneTable table, IReadOnlyList<double> counted, int least)
    {
        var enough = new ToldAtLeast(0, least);
        var communes = table.All.Where(commune => counted[commune.Index.Value] > 0)
            .Select(commune => new Block([commune.Index], new HashSet<Finess>(), (int)Math.Floor(counted[commune.Index.Value])));
        var near = communes.GroupBy(block => (table[block.Communes[0]].Department, table[block.Communes[0]].Epci)).SelectMany(blocks => Joined(blocks, enough));
        return Widened(table, near, enough);
    }

    /// <summary>Whether the figure of this set of communes, each given once, may be read by everybody.</summary>
    public bool Tells(IReadOnlyList<CommuneIndex> communes) => communes
        .Select(commune => _blockOf[commune.Value]).Where(block => block is not Nothing)
        .CountBy(block => block).All(held => held.Value == _sizes[held.Key]);

    /// <summary>
    /// By <see cref="CommuneIndex"/>, the part that one count makes of another in the block of the commune: what may be supposed of
    /// the commune without telling what it is there. Nothing where nobody is counted, or where too few ever are.
    /// </summary>
    public double?[] PartsOf(IReadOnlyList<double> part, IReadOnlyList<double> whole)
    {
        var (parts, wholes, held) = (new double[_sizes.Count], new double[_sizes.Count], new int[_sizes.Count]);
        foreach (var (rank, block) in _blockOf.Index().Where(one => one.Item is not Nothing))
        {
            parts[block] += part[rank];
            wholes[block] += whole[rank];
            held[block]++;
        }

        return [.. _blockOf.Select(double? (block) => block is Nothing || held[block] != _sizes[block] || wholes[block] <= 0 ? null : parts[block] / wholes[block])];
    }

    /// <summary>Those that are too small made one, with the smallest of the others as long as they still are.</summary>
    private static IEnumerable<Block> Joined(IEnumerable<Block> blocks, ToldAtLeast least)
    {
        var byIsLarge = blocks.ToLookup(block => block.IsLargeEnough(least));
        if (!byIsLarge[false].Any())
        {
            return byIsLarge[true];
        }

        var together = byIsLarge[false].Aggregate((one, other) => one.With(other));
        var others = new Queue<Block>(byIsLarge[true].OrderBy(block => block.Posts));
        while (!together.IsLargeEnough(least) && others.TryDequeue(out var next))
        {
            together = together.With(next);
        }

        return others.Append(together);
    }

    private sealed record Block(IReadOnlyList<CommuneIndex> Communes, IReadOnlySet<Finess> Establishments, int Posts)
    {
        public bool IsLargeEnough(ToldAtLeast least) => Establishments.Count >= least.Establishments && Posts >= least.Posts;

        public Block With(Block other) => new([.. Communes, .. other.Communes], Establishments.Concat(other.Establishments).ToHashSet(), Posts + other.Posts);
    }
}
