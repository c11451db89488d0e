using System.Globalization;
using Relais.Accessibility.Scenarios;
using Relais.Kernel.Wording;

namespace Relais.Observatory.WhatIf;

/// <param name="Name">What is measured.</param>
/// <param name="Values">One for each scenario, as it is read.</param>
internal sealed record ScenarioRow(string Name, IReadOnlyList<string> Values);

/// <summary>Scenarios side by side, in the same figures.</summary>
internal static class ScenarioTable
{
    public static IReadOnlyList<ScenarioRow> Rows(IReadOnlyList<TriedScenario> tried, Words t)
    {
        ScenarioRow Row(string name, Func<ScenarioReport, string> say) => new(name, [.. tried.Select(one => say(one.Report))]);
        return
        [
            Row(t["Consultations ajoutées par an (ΔS)"], report => Whole(report.SupplyAdded)),
            Row(t["Consultations reçues par an (Σ p·ΔAPL)"], report => Whole(report.SupplyReceived)),
            Row(t["Les deux sont égales"], report => report.IsConserved ? t["oui"] : t["non : personne ne viendrait"]),
            Row(t["Dont reçues dans le territoire"], report => Whole(report.ReceivedInside)),
            Row(t["Dont reçues ailleurs"], report => Whole(report.SpillOver)),
            Row(t["Moyenne avant"], report => Mean(report.Before.Mean)),
            Row(t["Moyenne après"], report => Mean(report.After.Mean)),
            Row(t["Dixième le moins servi, avant"], report => Tenth(report.Before, t)),
            Row(t["Dixième le moins servi, après"], report => Tenth(report.After, t)),
            Row(t["Habitants sous 2,5, avant"], report => Whole(report.Before.PeopleUnder)),
            Row(t["Habitants sous 2,5, après"], report => Whole(report.After.PeopleUnder)),
            Row(t["Habitants qui repassent 2,5, où qu’ils vivent"], report => Whole(report.PeopleRising)),
            Row(t["Habitants qui passent sous 2,5, où qu’ils vivent"], report => Whole(report.PeopleFalling)),
            Row(t["Indemnités par an"], report => report.CostPerYear > 0 ? $"{Whole(report.CostPerYear)} €" : "–"),
            Row(t["Indemnité par consultation"], report => report is { CostPerYear: > 0, CostPerConsultation: { } cost } ? $"{cost.ToString("N2", CultureInfo.CurrentCulture)} €" : "–"),
        ];
    }

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.CurrentCulture);

    private static string Mean(double value) => double.IsFinite(value) ? value.ToString("N3", CultureInfo.CurrentCulture) : "–";

    private static string Tenth(FigureSummary summary, Words t) => summary.Tenths is [var first, ..] ? Mean(first) : t["non disponible"];
}
