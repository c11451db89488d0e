using Relais.Kernel.Wording;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Indicators;

/// <summary>What to import before anything is said of a profession.</summary>
internal static class SupplyMissing
{
    public static MissingData Of(Words t, CareProfession profession) => new(
        t["Le nombre de {0} de chaque commune n’a pas été importé", t.NameOf(profession)],
        t["Un fichier CSV : commune, profession, practitioners, acts, over_55, over_60, over_65, supervisors. On l’obtient de l’Assurance maladie (Data professionnels de santé libéraux), de l’ARS ou de l’ordre."],
        "./relais import supply FICHIER --source \"…\" --vintage 2026");
}
