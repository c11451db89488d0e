using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>Which clock a commune lives by. « The day before » and « at night » are said in it.</summary>
public static class CommuneTimeZones
{
    public const string Metropolitan = "Europe/Paris";

    // Fatu-Hiva, Hiva-Oa, Nuku-Hiva, Tahuata, Ua-Huka, Ua-Pou: half an hour ahead of Tahiti.
    private static readonly HashSet<string> Marquesas = new(StringComparer.Ordinal) { "98718", "98723", "98731", "98746", "98756", "98757" };

    /// <summary>The IANA zone of the commune.</summary>
    public static string Of(CommuneCode commune)
    {
        ArgumentNullException.ThrowIfNull(commune);
        return commune.Department switch
        {
            "971" => "America/Guadeloupe",
            "972" => "America/Martinique",
            "973" => "America/Cayenne",
            "974" => "Indian/Reunion",
            "975" => "America/Miquelon",
            "976" => "Indian/Mayotte",
            "977" => "America/St_Barthelemy",
            "978" => "America/Marigot",
            "984" => "Indian/Kerguelen",
            "986" => "Pacific/Wallis",
            "987" when Marquesas.Contains(commune.Value) => "Pacific/Marquesas",
            "987" when commune.Value is "98719" => "Pacific/Gambier",
            "987" => "Pacific/Tahiti",
            "988" => "Pacific/Noumea",
            "989" => "Etc/GMT+8",
            _ => Metropolitan,
        };
    }
}
