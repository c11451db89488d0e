namespace Relais.Accessibility.Zoning;

/// <summary>How much room the regions have left: each counts its own inhabitants of a mesh.</summary>
internal sealed class Room(ZoningGround ground, IReadOnlyDictionary<string, RegionCap> caps)
{
    /// <summary>A sum that passes its limit by less than this part of it does by rounding alone.</summary>
    public const double Rounding = 1e-12;

    private readonly Dictionary<string, (double Zip, double Zac)> _taken = ground.PeopleByRegion.Keys.ToDictionary(region => region, _ => (0.0, 0.0), StringComparer.Ordinal);

    public bool IsKnown(string region) => caps.ContainsKey(region);

    /// <summary>Takes the room, whether there is any or not.</summary>
    public void Take(IReadOnlyDictionary<string, double> people, bool isZip)
    {
        foreach (var (region, count) in people)
        {
            var (zip, zac) = _taken[region];
            _taken[region] = isZip ? (zip + count, zac) : (zip, zac + count);
        }
    }

    /// <summary>Takes the room if every region of a known cap has it.</summary>
    public bool TryTake(IReadOnlyDictionary<string, double> people, bool isZip)
    {
        var fits = people.All(part => part.Value <= 0 || !caps.TryGetValue(part.Key, out var cap) || Holds(part.Key, cap, part.Value, isZip));
        if (fits)
        {
            Take(people, isZip);
        }

        return fits;
    }

    private bool Holds(string region, RegionCap cap, double more, bool isZip)
    {
        var (taken, share) = isZip ? (_taken[region].Zip, cap.Zip) : (_taken[region].Zac, cap.Zac);
        return taken + more <= share * ground.PeopleByRegion[region] * (1 + Rounding);
    }
}
