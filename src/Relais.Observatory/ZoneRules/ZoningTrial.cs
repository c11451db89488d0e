using Relais.Accessibility.Zoning;
using Relais.Kernel.Rules;
using Relais.Observatory.Datasets;
using Relais.Observatory.Meshes;
using Relais.Territory.Contracts;

namespace Relais.Observatory.ZoneRules;

/// <summary>Zones as the rules draw them, with all that they rest on.</summary>
/// <param name="Other">The same meshes by the other accessibility, where there are two.</param>
internal sealed record TriedZones(Zones Zones, ImportedMesh Mesh, CommuneAccess Access, CommuneAccess? Other, Dataset? Caps, CommuneTable Communes);

/// <summary>Draws the zones of the country by rules: a few milliseconds, so that each reader may try others.</summary>
internal sealed class ZoningTrial(ICommunes communes, MeshBook meshes, CapBook caps, AccessUnder65 accesses, ZoningTrial.Kept kept)
{
    /// <param name="order">In force on the day that is asked about.</param>
    /// <param name="tried">What the reader tries instead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Nothing as long as meshes or an accessibility are missing.</returns>
    public async Task<TriedZones?> OnAsync(RuleInForce<ZoningOrder> order, TriedParameters tried, CancellationToken cancellation)
    {
        var (published, computed) = (await accesses.PublishedAsync(cancellation), await accesses.ComputedAsync(cancellation));
        if (await meshes.FindAsync(cancellation) is not { } mesh || (tried.PrefersOurs ? computed ?? published : published ?? computed) is not { } access)
        {
            return null;
        }

        var imported = await caps.FindAsync(order.ValidFrom, order.ValidTo, cancellation);
        var (table, people) = (await communes.GetAsync(cancellation), await communes.PeopleAsync(PopulationCount.Reference, cancellation));
        var ground = kept.Find((mesh, access.Apl, people), () => Ground(mesh, access, table, people));
        var zones = DrawZones.On(ground, tried.Over(order.Value.Rules), tried.Over(imported?.Caps ?? [], ground.PeopleByRegion.Keys), tried.Choice);
        return new TriedZones(zones, mesh, access, ReferenceEquals(access, published) ? computed : published, imported?.Dataset, table);
    }

    private static ZoningGround Ground(ImportedMesh mesh, CommuneAccess access, CommuneTable table, CommunePeople people)
    {
        MeshCommune Count(Commune commune) => new(
            commune.Code.Value, commune.Region, people.People[commune.Index.Value] ?? 0, access.Standardised[commune.Index.Value], access.Apl[commune.Index.Value]);
        return new ZoningGround(
            table.All.Where(commune => mesh.CodeOf[commune.Index.Value] is not null)
                .GroupBy(commune => mesh.CodeOf[commune.Index.Value]!, StringComparer.Ordinal)
                .Select(group => new Mesh(group.Key, mesh.Names[group.Key], [.. group.Select(Count)])),
            table.All.GroupBy(commune => commune.Region, StringComparer.Ordinal)
                .ToDictionary(region => region.Key, region => region.Sum(commune => (double)(people.People[commune.Index.Value] ?? 0)), StringComparer.Ordinal));
    }

    /// <summary>The ground last drawn on, for all requests.</summary>
    internal sealed class Kept
    {
        private Drawn? _last;

        public ZoningGround Find((ImportedMesh Mesh, IReadOnlyList<double?> Apl, CommunePeople People) key, Func<ZoningGround> draw)
        {
            // Two who race draw it twice, and either is right.
            if (_last is not { } last || !last.Key.Equals(key))
            {
                _last = last = new Drawn(key, draw());
            }

            return last.Ground;
        }

        private sealed record Drawn(object Key, ZoningGround Ground);
    }
}
