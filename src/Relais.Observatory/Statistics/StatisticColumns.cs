using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Statistics;

/// <summary>The columns that are known. One more is one line here, and its words.</summary>
internal static class StatisticColumns
{
    /// <summary>The years for which a projection of the population is read.</summary>
    public static readonly IReadOnlyList<int> Horizons = [2030, 2035, 2040, 2045, 2050, 2060, 2070];

    /// <summary>Each is an indicator as it is.</summary>
    public static readonly IReadOnlyList<StatisticColumn> Plain =
    [
        new("population_75", Aggregation.Share) { Over = "population", Called = t => new Indicator("75-ans-et-plus", t["75 ans et plus"], "%", 1, t["Quelle part des habitants a 75 ans ou plus ?"]) { Alarm = Alarm.High }, From = Census },
        new("ald_without_gp", Aggregation.Share) { Over = "ald", IsOfHealth = true, Called = t => new Indicator("ald-sans-medecin-traitant", t["ALD sans médecin traitant"], "%", 1, t["Parmi ceux qui ont une affection de longue durée, quelle part n’a pas de médecin traitant ?"]) { Alarm = Alarm.High }, From = HealthInsurance },
        new("minutes_to_emergency", Aggregation.Mean) { Called = t => new Indicator("minutes-urgences", t["Trajet vers les urgences"], t["minutes"], 0, t["À combien de minutes sont les urgences ?"]) { Alarm = Alarm.High }, From = Emergency },
        new("poverty_rate", Aggregation.Mean) { Most = 100, Called = t => new Indicator("taux-de-pauvrete", t["Taux de pauvreté"], "%", 1, t["Quelle part des habitants vit sous le seuil de pauvreté ?"]) { Alarm = Alarm.High }, From = Incomes },
        new("median_income", Aggregation.Mean) { Called = t => new Indicator("niveau-de-vie", t["Niveau de vie médian"], t["euros par an"], 0, t["De quoi vit-on ici ?"]), From = Incomes },
    ];

    /// <summary>The inhabitants that the source expects, by year.</summary>
    public static readonly IReadOnlyList<StatisticColumn> Projections = [.. Horizons.Select(Projected)];

    /// <summary>Every column that a file may have.</summary>
    public static readonly IReadOnlyList<StatisticColumn> All = [.. Plain, .. Projections];

    private static StatisticColumn Projected(int year) => new($"population_{year.ToString(CultureInfo.InvariantCulture)}", Aggregation.Sum)
    {
        Year = year,
        Called = t => new Indicator($"population-{year.ToString(CultureInfo.InvariantCulture)}", t["Population projetée en {0}", year], t["habitants"], 0, t["Combien de personnes vivront ici en {0} ?", year]) { Alarm = Alarm.None },
        From = Forecasts,
    };

    private static string Census(Words t) => t["INSEE, recensement, « Population selon l’âge » : colonnes population_75 et population."];

    private static string HealthInsurance(Words t) => t["Assurance maladie ou ARS : colonnes ald_without_gp et ald, en personnes."];

    private static string Emergency(Words t) => t["DREES ou ARS, temps d’accès aux services d’urgence : colonne minutes_to_emergency."];

    private static string Incomes(Words t) => t["INSEE, Filosofi, taux de pauvreté et niveau de vie médian des communes : colonnes poverty_rate (en %) et median_income (en euros)."];

    private static string Forecasts(Words t) => t["INSEE (modèle Omphale), ARS ou agence d’urbanisme : une colonne par année, population_2030, population_2040… et le nom du scénario dans la colonne scenario."];
}
