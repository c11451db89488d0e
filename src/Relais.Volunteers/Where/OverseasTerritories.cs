namespace Relais.Volunteers.Where;

/// <summary>The territories overseas to which waves may leave, by the first three digits of their communes.</summary>
internal static class OverseasTerritories
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["971"] = "Guadeloupe",
        ["972"] = "Martinique",
        ["973"] = "Guyane",
        ["974"] = "La Réunion",
        ["975"] = "Saint-Pierre-et-Miquelon",
        ["976"] = "Mayotte",
        ["977"] = "Saint-Barthélemy",
        ["978"] = "Saint-Martin",
        ["986"] = "Wallis-et-Futuna",
        ["987"] = "Polynésie française",
        ["988"] = "Nouvelle-Calédonie",
    };
}
