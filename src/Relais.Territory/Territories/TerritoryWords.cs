using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>What kinds of territories, counts and points are called on screen.</summary>
internal static class TerritoryWords
{
    public static string NameOf(this Words t, TerritoryKind kind) => kind switch
    {
        TerritoryKind.Region => t["Région"],
        TerritoryKind.Department => t["Département"],
        TerritoryKind.Epci => t["Intercommunalité (EPCI)"],
        TerritoryKind.Pays => t["Pays"],
        TerritoryKind.Basin => t["Bassin de vie ou de santé"],
        TerritoryKind.Network => t["Réseau de soins"],
        _ => t["Autre territoire"],
    };

    public static string NameOf(this Words t, PopulationCount count) => count switch
    {
        PopulationCount.EpciMunicipal => t["Population municipale, liste des EPCI"],
        PopulationCount.EpciTotal => t["Population totale, liste des EPCI"],
        _ => t["Population de référence, liste des communes"],
    };

    public static string NameOf(this Words t, CoordinateQuality quality) => quality switch
    {
        CoordinateQuality.Imported => t["importé"],
        CoordinateQuality.ExactCode => t["exact"],
        CoordinateQuality.HandEntered => t["saisi à la main"],
        CoordinateQuality.FormerCode => t["celui d’une ancienne commune"],
        CoordinateQuality.SameName => t["trouvé par le nom"],
        CoordinateQuality.ImputedFromPostalCode => t["approché : milieu du code postal"],
        CoordinateQuality.ImputedFromEpci => t["approché : milieu de l’intercommunalité"],
        CoordinateQuality.ImputedFromDepartment => t["approché : milieu du département"],
        _ => t["inconnu"],
    };

    /// <summary>How a program names a count.</summary>
    public static string CodeOf(PopulationCount count) => count switch
    {
        PopulationCount.EpciMunicipal => "epci_municipal",
        PopulationCount.EpciTotal => "epci_total",
        _ => "reference",
    };

    public static PopulationCount? ReadCount(string? code) => code switch
    {
        null or "" => PopulationCount.EpciMunicipal,
        _ => Enum.GetValues<PopulationCount>().Cast<PopulationCount?>().FirstOrDefault(count => CodeOf(count!.Value) == code),
    };
}
