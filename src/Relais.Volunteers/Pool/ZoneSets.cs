using System.Collections.Concurrent;
using Relais.Matching.Eligibility;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Pool;

/// <summary>The communes of each zone, as one shared set for all who accept it.</summary>
internal sealed class ZoneSets(CommuneTable communes)
{
    private readonly ConcurrentDictionary<Zone, CommuneSet> _sets = new();

    public CommuneSet Of(Zone zone) => _sets.GetOrAdd(zone, static (wanted, table) => Make(wanted, table), communes);

    private static CommuneSet Make(Zone zone, CommuneTable communes) =>
        new(communes.All.Where(commune => Holds(zone, commune)).Select(commune => commune.Index.Value), communes.Count);

    private static bool Holds(Zone zone, Commune commune) => zone.Kind switch
    {
        ZoneKind.Commune => commune.Code.Value == zone.Code,
        ZoneKind.Epci => commune.Epci?.Value == zone.Code,
        ZoneKind.Department or ZoneKind.Overseas => commune.Department == zone.Code,
        ZoneKind.Region => commune.Region == zone.Code,
        _ => commune.Department.Length is 2,
    };
}
