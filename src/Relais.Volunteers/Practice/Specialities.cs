namespace Relais.Volunteers.Practice;

/// <summary>The specialities of TRE_R38 (NOS, ANS) that the units of the grid ask for.</summary>
internal static class Specialities
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["SM02"] = "anesthésie-réanimation", ["SM18"] = "gériatrie", ["SM26"] = "médecine générale", ["SM40"] = "pédiatrie", ["SM41"] = "pneumologie",
        ["SM42"] = "psychiatrie", ["SM46"] = "médecine intensive-réanimation", ["SM49"] = "santé publique", ["SM53"] = "médecine générale", ["SM54"] = "médecine générale",
        ["SM58"] = "maladies infectieuses", ["SM59"] = "médecine d’urgence", ["SM75"] = "santé publique",
    };

    public static string? LabelOf(string code) => Labels.GetValueOrDefault(code);
}
