using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Meshes;

/// <summary><c>region,zip,zac</c>: the code of a region of INSEE, and the parts of its people in per cent, as the annex of an order has them.</summary>
internal sealed class ZoningCapsShape : IDatasetShape
{
    public DatasetKind Kind => DatasetKind.ZoningCaps;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var (region, zip, zac) = (rows.Required("region"), rows.Required("zip"), rows.Required("zac"));
        var known = communes.All.Select(commune => commune.Region).ToHashSet(StringComparer.Ordinal);
        var caps = new Dictionary<string, (double Zip, double Zac)>(StringComparer.Ordinal);
        while (rows.Next())
        {
            var code = rows[region].ToString().PadLeft(2, '0');
            if (!known.Contains(code))
            {
                rows.Reject($"no region has the code '{rows[region]}'");
            }
            else if (!Decimals.TryRead(rows[zip], out var inZip) || !Decimals.TryRead(rows[zac], out var inZac) || inZip is not (>= 0 and <= 100) || inZac is not (>= 0 and <= 100))
            {
                rows.Reject($"'{rows[zip]}' and '{rows[zac]}' are not two parts in per cent");
            }
            else if (!caps.TryAdd(code, (inZip, inZac)))
            {
                rows.Reject($"the region '{code}' was already said");
            }
        }

        return Task.FromResult<IDatasetContent>(new Content(caps, rows.Count));
    }

    private sealed class Content(Dictionary<string, (double Zip, double Zac)> caps, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => caps.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "zoning_cap",
            ["dataset_id", "region_code", "zip", "zac"],
            caps.Select(cap => new object?[] { dataset, cap.Key, cap.Value.Zip, cap.Value.Zac }),
            cancellation);
    }
}
