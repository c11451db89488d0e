using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;
using Relais.Territory.Drawing;

namespace Relais.Territory.Territories;

internal sealed class TerritoryBook(RelaisDb db, TerritoryVersions versions, PopulationBook populations, TerritoryDrawing drawing) : ITerritories
{
    // « CC Roi Morvan Communauté » is searched as « Roi Morvan Communauté » too.
    private static readonly string[] LegalForms = ["CC ", "CA ", "CU ", "Métropole ", "CC de ", "CC du ", "CC des ", "CA de ", "CA du "];

    public async Task<TerritorySummary?> FindAsync(TerritoryCode code, CancellationToken cancellation, DateOnly? on = null) =>
        (await FindAllAsync([code], cancellation, on)).SingleOrDefault();

    public async Task<IReadOnlyList<TerritorySummary>> FindAllAsync(IReadOnlyCollection<TerritoryCode> codes, CancellationToken cancellation, DateOnly? on = null) =>
        await versions.SummariseAsync(await versions.OfCodesAsync(codes, on, cancellation), cancellation);

    public async Task<IReadOnlyList<TerritorySummary>> SearchAsync(string name, int most, CancellationToken cancellation, TerritoryKind? kind = null)
    {
        var candidates = await versions.OfKindAsync(kind, on: null, cancellation);
        var exact = candidates.FirstOrDefault(candidate => string.Equals(candidate.Code.Value, name.Trim(), StringComparison.OrdinalIgnoreCase));
        var found = exact is not null ? [exact] : new NameSearch<TerritoryVersion>(candidates.SelectMany(Names)).Search(name, most);
        return await versions.SummariseAsync(found, cancellation);
    }

    public async Task<IReadOnlyList<TerritorySummary>> ListAsync(TerritoryKind kind, CancellationToken cancellation, DateOnly? on = null) =>
        await versions.SummariseAsync(await versions.OfKindAsync(kind, on, cancellation), cancellation);

    public async Task<IReadOnlyList<TerritorySummary>> AroundAsync(CommuneCode commune, CancellationToken cancellation, DateOnly? on = null)
    {
        var around = await versions.SummariseAsync(await versions.AroundAsync(commune, on, cancellation), cancellation);
        return [.. around.OrderByDescending(territory => territory.Communes)];
    }

    public async Task<bool> ContainsAsync(TerritoryCode code, CommuneCode commune, CancellationToken cancellation, DateOnly? on = null) =>
        await versions.OfCodesAsync([code], on, cancellation) is [var version]
        && await db.Set<TerritoryCommune>().AnyAsync(member => member.VersionId == version.Id && member.CommuneCode == commune, cancellation);

    public async Task<IReadOnlyList<CommuneCode>> CommunesOfAsync(IReadOnlyCollection<TerritoryCode> codes, CancellationToken cancellation, DateOnly? on = null)
    {
        var ids = (await versions.OfCodesAsync(codes, on, cancellation)).Select(version => version.Id).ToList();
        var communes = await db.Set<TerritoryCommune>()
            .Where(member => ids.Contains(member.VersionId))
            .Select(member => member.CommuneCode)
            .Distinct()
            .ToListAsync(cancellation);
        return [.. communes.OrderBy(code => code.Value, StringComparer.Ordinal)];
    }

    public Task<PopulationFigure?> PopulationAsync(
        IReadOnlyCollection<TerritoryCode> codes, PopulationCount count, CancellationToken cancellation, DateOnly? on = null) =>
        populations.SumAsync([.. codes.Distinct()], count, on, cancellation);

    public Task DrawAsync(NewTerritory territory, CancellationToken cancellation) => drawing.DrawAsync(territory, cancellation);

    private static IEnumerable<(string Name, TerritoryVersion Version)> Names(TerritoryVersion version)
    {
        yield return (version.Name, version);

        foreach (var form in LegalForms.Where(form => version.Name.StartsWith(form, StringComparison.Ordinal)))
        {
            yield return (version.Name[form.Length..], version);
        }
    }
}
