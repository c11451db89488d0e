using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Adds up inhabitants, never two ways of counting together.</summary>
internal sealed class PopulationBook(RelaisDb db, TerritoryVersions versions, ICommunes communes)
{
    public async Task<PopulationFigure?> SumAsync(
        IReadOnlyCollection<TerritoryCode> codes, PopulationCount count, DateOnly? on, CancellationToken cancellation)
    {
        var found = await versions.OfCodesAsync(codes, on, cancellation);
        if (codes.Count is 0 || found.Count < codes.Count)
        {
            return null;
        }

        var members = await MembersAsync(found, cancellation);
        var people = await PeopleAsync(found, count, cancellation);
        var table = await communes.GetAsync(cancellation);
        var set = members.Select(member => member.Commune).Distinct().ToList();

        return new PopulationFigure(
            await TerritoriesAsync(codes, found, members, people, cancellation),
            set.Count,
            [.. set.Where(code => !people.ContainsKey(code)).Select(table.Find).OfType<Commune>()],
            set.Sum(code => (long)people.GetValueOrDefault(code)),
            count,
            await PopulationSource.OfAsync(db, count, cancellation),
            await RegionAsync(set, table, count, on, cancellation));
    }

    private async Task<IReadOnlyList<TerritoryPopulation>> TerritoriesAsync(
        IReadOnlyCollection<TerritoryCode> asked,
        IReadOnlyList<TerritoryVersion> found,
        IReadOnlyList<Member> members,
        Dictionary<CommuneCode, int> people,
        CancellationToken cancellation)
    {
        var ordered = asked.Select(code => found.Single(version => version.Code == code)).ToList();
        var summaries = await versions.SummariseAsync(ordered, cancellation);
        var byVersion = members.ToLookup(member => member.VersionId, member => member.Commune);

        return [.. summaries.Zip(ordered, (summary, version) => new TerritoryPopulation(
            summary, byVersion[version.Id].Sum(code => (long)people.GetValueOrDefault(code))))];
    }

    /// <summary>The region in which the whole set lies, counted the same way.</summary>
    private async Task<TerritoryPopulation?> RegionAsync(
        IEnumerable<CommuneCode> set, CommuneTable table, PopulationCount count, DateOnly? on, CancellationToken cancellation)
    {
        var regions = set.Select(table.Find).OfType<Commune>().Select(commune => commune.Region).Distinct(StringComparer.Ordinal).ToList();
        if (regions is not [var only] || await versions.OfCodesAsync([TerritoryCode.OfRegion(only)], on, cancellation) is not [var region])
        {
            return null;
        }

        var people = await PeopleAsync([region], count, cancellation);
        var summary = (await versions.SummariseAsync([region], cancellation)).Single();
        return new TerritoryPopulation(summary, people.Values.Sum(value => (long)value));
    }

    private async Task<List<Member>> MembersAsync(IReadOnlyList<TerritoryVersion> found, CancellationToken cancellation)
    {
        var ids = found.Select(version => version.Id).ToList();
        return await db.Set<TerritoryCommune>().AsNoTracking()
            .Where(member => ids.Contains(member.VersionId))
            .Select(member => new Member(member.VersionId, member.CommuneCode))
            .ToListAsync(cancellation);
    }

    private Task<Dictionary<CommuneCode, int>> PeopleAsync(IReadOnlyList<TerritoryVersion> found, PopulationCount count, CancellationToken cancellation)
    {
        var ids = found.Select(version => version.Id).ToList();
        return db.Set<ReferencePopulation>().AsNoTracking()
            .Where(population => population.Count == count
                && db.Set<TerritoryCommune>().Any(member => ids.Contains(member.VersionId) && member.CommuneCode == population.CommuneCode))
            .ToDictionaryAsync(population => population.CommuneCode, population => population.People, cancellation);
    }

    private sealed record Member(Guid VersionId, CommuneCode Commune);
}
