using System.Globalization;
using System.Text;
using Relais.Kernel.Demonstration;
using Relais.Observatory.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Demonstration;

/// <summary>
/// Invented meshes of the west of France, the intercommunalities in place of the territoires de vie-santé, and invented parts of the
/// regions: enough to see the rules of zonings at work. No zone is invented: what an authority decided is imported or not shown.
/// </summary>
internal sealed class ZoningDemonstration(IDatasetImport import, ICommunes communes, ITerritories territories) : IDemonstration
{
    private static readonly string[] Regions = ["53", "52", "28"];

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var names = (await territories.ListAsync(TerritoryKind.Epci, cancellation)).ToDictionary(epci => epci.Code.Value, epci => epci.Name, StringComparer.Ordinal);
        var lines = new StringBuilder("code;tvs;tvs_name\n");
        foreach (var commune in (await communes.GetAsync(cancellation)).All.Where(commune => Regions.Contains(commune.Region)))
        {
            var mesh = commune.Epci?.Value ?? commune.Code.Value;
            lines.Append(CultureInfo.InvariantCulture, $"{commune.Code};{mesh};{names.GetValueOrDefault(mesh, commune.Name)}\n");
        }

        var caps = $"region;zip;zac\n{string.Join('\n', Regions.Select(region => $"{region};12;40"))}\n";
        await ImportAsync(run, DatasetKind.Mesh, "mailles-inventees.csv", "Mailles inventées : les intercommunalités", lines.ToString(), cancellation);
        await ImportAsync(run, DatasetKind.ZoningCaps, "plafonds-inventes.csv", "Plafonds inventés", caps, cancellation);
        run.Progress($"{names.Count} mailles inventées pour les zonages");
    }

    private Task ImportAsync(DemonstrationRun run, DatasetKind kind, string name, string source, string content, CancellationToken cancellation) => import.RunAsync(
        kind,
        new DatasetFile
        {
            Name = name,
            Open = () => new MemoryStream(Encoding.UTF8.GetBytes(content)),
            Source = source,
            Vintage = run.Now.Year.ToString(CultureInfo.InvariantCulture),
            Licence = "aucune : invention",
            IsInvented = true,
        },
        cancellation);
}
