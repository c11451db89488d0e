using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>What the kinds of datasets are called on screen.</summary>
internal static class DatasetWords
{
    public static string NameOf(this Words t, DatasetKind kind) => kind switch
    {
        DatasetKind.Supply => t["Offre de soins par commune"],
        DatasetKind.TravelTimes => t["Temps de trajet entre communes"],
        DatasetKind.NeighbourTimes => t["Temps de trajet entre communes voisines"],
        DatasetKind.PublishedApl => t["APL publiée par la DREES"],
        DatasetKind.Zoning => t["Zonage"],
        DatasetKind.Contours => t["Contours des communes"],
        DatasetKind.Statistics => t["Statistiques des communes"],
        DatasetKind.Mesh => t["Territoires de vie-santé"],
        DatasetKind.ZoningCaps => t["Plafonds régionaux des zonages"],
        _ => t["Points des communes"],
    };
}
