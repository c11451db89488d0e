using Relais.Accessibility.Zoning;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Meshes;

/// <summary>
/// <c>code,tvs,tvs_name</c>, or the file of Atlasanté, which has the names alone (<c>com_code, tvs_lib</c>): the name is then the code.
/// Of communes that merged since, the one whose code remains says where they go.
/// </summary>
internal sealed class MeshShape : IDatasetShape
{
    private static readonly string[] Codes = ["tvs", "code_tvs", "tvs_code"];
    private static readonly string[] Names = ["tvs_name", "tvs_lib", "lib_tvs", "libtvs", "tvs_nom"];

    public DatasetKind Kind => DatasetKind.Mesh;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        using var rows = new CommuneRows(file, communes, bad);
        var commune = rows.Required("code", "com_code", "code_insee", "commune");
        var (code, name) = (rows.Optional(Codes), rows.Optional(Names));
        if ((code ?? name) is not { } mesh)
        {
            throw new WrongShapeException(1, "no column 'tvs' or 'tvs_lib' is in the header");
        }

        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Next())
        {
            if (!rows.TryCommune(commune, out _))
            {
                continue;
            }

            var (said, drawn) = (CommuneCode.Parse(rows[commune].ToString()).Value!.Value, rows[mesh].ToString());
            if (drawn.Length is 0)
            {
                rows.Reject("the line names no mesh");
            }
            else if (!lines.TryAdd(said, drawn) && lines[said] != drawn)
            {
                rows.Reject($"'{said}' lies in '{lines[said]}' already");
            }
            else if (name is { } column && rows[column] is { Length: > 0 } read)
            {
                names.TryAdd(drawn, read.ToString());
            }
        }

        var today = MergedMeshes.Of(lines, former => communes.Find(CommuneCode.Stored(former))?.Code.Value);
        return Task.FromResult<IDatasetContent>(new Content(today, names, communes, rows.Count));
    }

    private sealed class Content(IReadOnlyDictionary<string, string?> meshes, Dictionary<string, string> names, CommuneTable communes, long lines) : IDatasetContent
    {
        public long Lines => lines;

        public long Kept => meshes.Count;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) => db.BulkInsertAsync(
            "mesh_line",
            ["dataset_id", "commune_code", "mesh_code", "mesh_name"],
            meshes.Select(line => line.Value is { } mesh
                ? new object?[] { dataset, line.Key, mesh, names.GetValueOrDefault(mesh, mesh) }
                : [dataset, line.Key, line.Key, communes.Find(CommuneCode.Stored(line.Key))!.Name]),
            cancellation);
    }
}
