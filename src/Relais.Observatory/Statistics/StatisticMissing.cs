using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Statistics;

/// <summary>What to import before a statistic is shown.</summary>
internal static class StatisticMissing
{
    public static MissingData Of(Words t, StatisticColumn column) => new(
        t["« {0} » n’a pas été importé", column.Called(t).Name],
        t["Un fichier CSV : code de la commune et les colonnes que l’on a. {0}", column.From(t)],
        "./relais import statistics FICHIER --source \"…\" --vintage 2025");
}
