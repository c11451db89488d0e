namespace Relais.Accounts.MyAccount;

/// <summary>The hours of the Republic, by the names that people give them.</summary>
internal static class FrenchZones
{
    public static IReadOnlyList<(string Id, string Name)> All { get; } =
    [
        ("Europe/Paris", "Hexagone et Corse"),
        ("America/Guadeloupe", "Guadeloupe, Saint-Martin, Saint-Barthélemy"),
        ("America/Martinique", "Martinique"),
        ("America/Cayenne", "Guyane"),
        ("Indian/Reunion", "La Réunion"),
        ("Indian/Mayotte", "Mayotte"),
        ("America/Miquelon", "Saint-Pierre-et-Miquelon"),
        ("Pacific/Noumea", "Nouvelle-Calédonie"),
        ("Pacific/Tahiti", "Polynésie française"),
        ("Pacific/Wallis", "Wallis-et-Futuna"),
    ];
}
