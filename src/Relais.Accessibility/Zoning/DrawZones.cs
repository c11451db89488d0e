namespace Relais.Accessibility.Zoning;

/// <summary>
/// Draws the zones of general practice by the rules of an order: what the country selects, what agencies bring in from out of the pool
/// within their margin, then the pool in the order of choice as long as the part of each region holds. A mesh that finds no room is
/// passed over, and a smaller one after it may still find some.
/// </summary>
public static class DrawZones
{
    /// <param name="ground">The meshes with their people and figures.</param>
    /// <param name="rules">Of the order in force.</param>
    /// <param name="caps">Of the regions whose part is known; meshes of the others stay in the pool.</param>
    /// <param name="choice">Of the agencies; a code that is unknown, or that the rules leave no choice about, changes nothing.</param>
    /// <exception cref="ArgumentException">The rules contradict themselves, or a region has two caps or one that is no share.</exception>
    public static Zones On(ZoningGround ground, ZoningRules rules, IEnumerable<RegionCap> caps, ArsChoice choice)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(choice);
        if (!rules.AreSound)
        {
            throw new ArgumentException("A share does not lie between 0 and 1, or the pool ends before the selection.", nameof(rules));
        }

        var byRegion = caps.ToDictionary(cap => cap.Region, StringComparer.Ordinal);
        if (byRegion.Values.Any(cap => cap is not { Zip: >= 0 and <= 1, Zac: >= 0 and <= 1 }))
        {
            throw new ArgumentException("Caps lie between 0 and 1.", nameof(caps));
        }

        double?[] figures = [.. ground.Meshes.Select(mesh => mesh.Apl(rules.Mean))];
        var drawing = new Drawing(ground, rules, byRegion, figures, Standings.Of(ground, rules, figures));
        drawing.Select();
        drawing.Adapt(choice.Adaptations);
        drawing.Choose(choice.Order);
        MeshZone[] meshes = [.. ground.Meshes.Select((mesh, rank) => new MeshZone(mesh, figures[rank], mesh.DecidingRegion, drawing.Classes[rank].Class, drawing.Classes[rank].Reason))];
        var quarters = QuarterZones.Of(ground, drawing, meshes, choice.Quarters);
        return new Zones(meshes, quarters, [.. ground.PeopleByRegion.Keys.Order(StringComparer.Ordinal).Select(region => RegionSums.Of(region, ground, rules, byRegion.GetValueOrDefault(region), drawing, meshes, quarters))]);
    }
}

/// <summary>The classes as they are given, one after the other.</summary>
internal sealed class Drawing
{
    private readonly ZoningGround _ground;
    private readonly IReadOnlyList<double?> _figures;
    private readonly Dictionary<string, int> _ranks;
    private readonly Dictionary<string, double> _margins;

    public Drawing(ZoningGround ground, ZoningRules rules, IReadOnlyDictionary<string, RegionCap> caps, IReadOnlyList<double?> figures, IReadOnlyList<Standing> standings)
    {
        (_ground, _figures, Standings, Room) = (ground, figures, standings, new Room(ground, caps));
        _ranks = ground.Meshes.Select((mesh, rank) => (mesh.Code, rank)).ToDictionary(pair => pair.Code, pair => pair.rank, StringComparer.Ordinal);
        PoolByRegion = ground.PeopleByRegion.Keys.ToDictionary(region => region, PoolOf, StringComparer.Ordinal);
        _margins = PoolByRegion.ToDictionary(pool => pool.Key, pool => pool.Value * rules.AdaptationShare, StringComparer.Ordinal);
        Classes = [.. standings.Select(Before)];
    }

    public IReadOnlyList<Standing> Standings { get; }

    public Room Room { get; }

    /// <summary>People in the pool, by region.</summary>
    public IReadOnlyDictionary<string, double> PoolByRegion { get; }

    public (ZoneClass Class, ZoneReason Reason)[] Classes { get; }

    /// <summary>Whatever their caps say: what the country selects is not for agencies to weigh.</summary>
    public void Select()
    {
        foreach (var rank in RanksOf(Standing.Selected))
        {
            Room.Take(_ground.Meshes[rank].PeopleByRegion, isZip: true);
        }
    }

    /// <summary>The margin is that of the region that decides, for its own inhabitants.</summary>
    public void Adapt(IReadOnlyList<Adaptation> adaptations)
    {
        var spent = _margins.Keys.ToDictionary(region => region, _ => 0.0, StringComparer.Ordinal);
        foreach (var (code, wanted) in adaptations.DistinctBy(one => one.Mesh, StringComparer.Ordinal))
        {
            if (!_ranks.TryGetValue(code, out var rank) || Standings[rank] is not Standing.Above)
            {
                continue;
            }

            var (mesh, region) = (_ground.Meshes[rank], _ground.Meshes[rank].DecidingRegion);
            if (spent[region] + mesh.PeopleByRegion[region] > _margins[region] * (1 + Room.Rounding))
            {
                Classes[rank] = (ZoneClass.Out, ZoneReason.MarginSpent);
            }
            else if (!Room.TryTake(mesh.PeopleByRegion, wanted is Wanted.Zip))
            {
                Classes[rank] = (ZoneClass.Out, ZoneReason.AdaptedFull);
            }
            else
            {
                spent[region] += mesh.PeopleByRegion[region];
                Classes[rank] = (wanted is Wanted.Zip ? ZoneClass.ChosenZip : ZoneClass.Zac, ZoneReason.Adapted);
            }
        }
    }

    public void Choose(IReadOnlyList<string> order)
    {
        var asked = order.Distinct(StringComparer.Ordinal).Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        var pool = RanksOf(Standing.ZipPool).Concat(RanksOf(Standing.ZacPool)).Where(rank => Room.IsKnown(_ground.Meshes[rank].DecidingRegion));
        foreach (var rank in pool.OrderBy(rank => asked.GetValueOrDefault(_ground.Meshes[rank].Code, int.MaxValue)).ThenBy(rank => _figures[rank]).ThenBy(rank => rank))
        {
            var (people, mayBeZip) = (_ground.Meshes[rank].PeopleByRegion, Standings[rank] is Standing.ZipPool);
            Classes[rank] = mayBeZip && Room.TryTake(people, isZip: true) ? (ZoneClass.ChosenZip, ZoneReason.Chosen)
                : Room.TryTake(people, isZip: false) ? (ZoneClass.Zac, mayBeZip ? ZoneReason.ZipFull : ZoneReason.ZacPoolOnly)
                : (ZoneClass.Vigilance, ZoneReason.BothFull);
        }
    }

    private static (ZoneClass Class, ZoneReason Reason) Before(Standing standing) => standing switch
    {
        Standing.Selected => (ZoneClass.SelectedZip, ZoneReason.Selected),
        Standing.ZipPool or Standing.ZacPool => (ZoneClass.Pool, ZoneReason.NoCap),
        Standing.Above => (ZoneClass.Out, ZoneReason.AbovePool),
        Standing.NoFigure => (ZoneClass.Unknown, ZoneReason.NoFigure),
        _ => (ZoneClass.Unknown, ZoneReason.CountryUnknown),
    };

    private IEnumerable<int> RanksOf(Standing standing) => Enumerable.Range(0, Standings.Count).Where(rank => Standings[rank] == standing);

    private double PoolOf(string region) => RanksOf(Standing.ZipPool).Concat(RanksOf(Standing.ZacPool)).Sum(rank => _ground.Meshes[rank].PeopleByRegion.GetValueOrDefault(region));
}
