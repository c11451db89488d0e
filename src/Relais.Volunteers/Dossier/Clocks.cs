using Relais.Kernel.Identifiers;

namespace Relais.Volunteers.Dossier;

/// <summary>The clocks by which people live, commune by commune.</summary>
internal static class Clocks
{
    /// <summary>The IANA zone of the commune (a day begins in Nouméa ten hours before Paris).</summary>
    public static string ZoneOf(CommuneCode commune) => commune.Department switch
    {
        "971" or "977" or "978" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => "Europe/Paris",
    };
}
