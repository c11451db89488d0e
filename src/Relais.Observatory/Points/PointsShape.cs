using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Points;

/// <summary>
/// <c>code_insee, latitude_mairie, longitude_mairie</c> (data.gouv, « communes-france »), or <c>code, latitude, longitude</c>. The town
/// hall goes before the middle of the commune: people drive to the town.
/// </summary>
internal sealed class PointsShape : IDatasetShape
{
    private static readonly string[] Latitudes = ["latitude_mairie", "latitude", "lat", "latitude_centre"];
    private static readonly string[] Longitudes = ["longitude_mairie", "longitude", "lon", "longitude_centre"];

    public DatasetKind Kind => DatasetKind.Communes;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var (code, latitude, longitude) = (rows.Required("code_insee", "code", "commune"), rows.Required(Latitudes), rows.Required(Longitudes));
        var points = new Dictionary<CommuneIndex, (double Latitude, double Longitude)>();
        while (rows.Next())
        {
            if (!rows.TryCommune(code, out var commune))
            {
                continue;
            }

            if (!Decimals.TryRead(rows[latitude], out var north) || !Decimals.TryRead(rows[longitude], out var east) || Math.Abs(north) > 90 || Math.Abs(east) > 180)
            {
                rows.Reject($"'{rows[latitude]}' and '{rows[longitude]}' are no latitude and longitude in degrees");
            }
            else if (rows[code].SequenceEqual(commune.Code.Value) || !points.ContainsKey(commune.Index))
            {
                // Of communes merged since, the one whose code is that of today goes first.
                points[commune.Index] = (north, east);
            }
        }

        return Task.FromResult<IDatasetContent>(new Content(communes, points, rows.Count));
    }

    private sealed class Content(CommuneTable communes, Dictionary<CommuneIndex, (double Latitude, double Longitude)> points, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => points.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "commune_point",
            ["dataset_id", "commune_code", "latitude", "longitude"],
            points.Select(point => new object?[] { dataset, communes[point.Key].Code.Value, point.Value.Latitude, point.Value.Longitude }),
            cancellation);
    }
}
