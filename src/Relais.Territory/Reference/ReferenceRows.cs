using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;

namespace Relais.Territory.Reference;

/// <summary>Replaces the communes, their former codes, their populations and the sources of all that.</summary>
internal sealed class ReferenceRows(RelaisDb db, France france, IReadOnlyDictionary<string, PlacedCommune> points, DateTimeOffset now)
{
    private static readonly PlacedCommune Nowhere = new(default, CoordinateQuality.Unknown);

    public async Task ReplaceAsync(string fingerprint, CancellationToken cancellation)
    {
        foreach (var table in (string[])["reference_population", "reference_former_commune", "reference_commune", "data_source"])
        {
#pragma warning disable EF1002 // The names of the tables are written just above.
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table}", cancellation);
#pragma warning restore EF1002
        }

        await db.BulkInsertAsync("data_source", ["key", "name", "licence", "vintage", "recorded_at"], Sources(), cancellation);
        await db.BulkInsertAsync(
            "reference_commune",
            ["code", "name", "department_code", "region_code", "epci_code", "postal_codes", "latitude", "longitude", "altitude", "coordinate_quality", "coordinate_source"],
            Communes(),
            cancellation);
        await db.BulkInsertAsync("reference_former_commune", ["code", "name", "commune_code"], FormerCommunes(), cancellation);
        await db.BulkInsertAsync("reference_population", ["count", "commune_code", "people"], Populations(), cancellation);
        await db.BulkInsertAsync("reference_import", ["fingerprint", "imported_at"], [[fingerprint, now]], cancellation);
    }

    private IEnumerable<object?[]> Sources() => ReferenceSources.Of(france)
        .Select(entry => new object?[] { entry.Key, entry.Source.Name, entry.Source.Licence, entry.Source.Vintage, now });

    private IEnumerable<object?[]> Communes()
    {
        var epciOf = france.Epci
            .SelectMany(epci => epci.Members.Select(member => (member.Code, Epci: epci.Code)))
            .ToDictionary(pair => pair.Code, pair => pair.Epci, StringComparer.Ordinal);

        foreach (var commune in france.Communes)
        {
            var isPlaced = points.TryGetValue(commune.Code, out var found);
            var placed = isPlaced ? found! : Nowhere;
            yield return
            [
                commune.Code,
                commune.Name,
                commune.Department,
                commune.Region,
                epciOf.GetValueOrDefault(commune.Code),
                string.Join(' ', commune.PostalCodes),
                isPlaced ? placed.Point.Latitude : null,
                isPlaced ? placed.Point.Longitude : null,
                placed.Point.AltitudeMetres is { } altitude ? (int)altitude : null,
                placed.Quality.ToString(),
                ReferenceSources.OfPoint(placed.Quality),
            ];
        }
    }

    private IEnumerable<object?[]> FormerCommunes() => france.FormerCommunes
        .DistinctBy(former => former.Code)
        .Select(former => new object?[] { former.Code, former.Name, former.Commune });

    private IEnumerable<object?[]> Populations()
    {
        foreach (var member in france.Epci.SelectMany(epci => epci.Members))
        {
            yield return [nameof(PopulationCount.EpciMunicipal), member.Code, member.Municipal];
            yield return [nameof(PopulationCount.EpciTotal), member.Code, member.Total];
        }

        foreach (var commune in france.Communes.Where(commune => commune.Population is not null))
        {
            yield return [nameof(PopulationCount.Reference), commune.Code, commune.Population];
        }
    }
}
