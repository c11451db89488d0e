using System.Globalization;
using Relais.Accessibility.Scenarios;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Observatory.WhatIf;

/// <summary>Says what a scenario is and what it changes, plainly.</summary>
internal static class ScenarioWords
{
    public static string Say(this Words t, PlannedChange change, CommuneTable communes) => change.Act switch
    {
        PlannedAct.Settling => Several(t, change, communes, "{0} praticien à temps plein de plus à {1}", "{0} praticiens à temps plein de plus à {1}"),
        PlannedAct.Leaving => Several(t, change, communes, "{0} praticien à temps plein de moins à {1}", "{0} praticiens à temps plein de moins à {1}"),
        PlannedAct.ConsultationDays => Several(t, change, communes, "{0} jour de consultations avancées par mois à {1}", "{0} jours de consultations avancées par mois à {1}"),
        _ => t["Départ de tous ceux qui ont 60 ans ou plus dans le territoire"],
    };

    public static string Say(this Words t, PlannedScenario scenario, CommuneTable communes) => string.Join(" ; ", scenario.Changes.Select(change => t.Say(change, communes)));

    /// <summary>What it brings, in consultations and in full-time posts, and to how many people.</summary>
    /// <param name="people">How many live in the territory, as its source counts them.</param>
    /// <param name="source">That source.</param>
    public static string Effect(this Words t, ScenarioReport report, TrialGround trial, long people, string source)
    {
        var posts = Math.Abs(report.SupplyAdded) / trial.Access.Rule.FullTime;
        var first = (report.SupplyAdded >= 0, posts < 2) switch
        {
            (true, true) => t["Cela fait environ {0} consultations de plus par an, soit {1} équivalent temps plein.", Number(report.SupplyAdded, 0), Number(posts)],
            (true, false) => t["Cela fait environ {0} consultations de plus par an, soit {1} équivalents temps plein.", Number(report.SupplyAdded, 0), Number(posts)],
            (false, true) => t["Cela fait environ {0} consultations de moins par an, soit {1} équivalent temps plein.", Number(-report.SupplyAdded, 0), Number(posts)],
            _ => t["Cela fait environ {0} consultations de moins par an, soit {1} équivalents temps plein.", Number(-report.SupplyAdded, 0), Number(posts)],
        };
        var inside = people > 0 ? report.ReceivedInside / people : 0;
        var second = t["Pour les {0} habitants ({1}), c’est {2} consultation par an et par habitant.", Number(people, 0), source, inside.ToString("+0.000;−0.000;0", CultureInfo.CurrentCulture)];
        return $"{first} {second}";
    }

    /// <summary>How much of the same would bring the territory to a mean; nothing where it is there, or where nothing is gained.</summary>
    public static string? ToReach(this Words t, ScenarioReport report, double target)
    {
        var (gap, gain) = (target - report.Before.Mean, report.After.Mean - report.Before.Mean);
        return gap > 0 && gain > 0 && gap / gain > 1.5
            ? t["Pour atteindre la moyenne de la région ({0}), il faudrait environ {1} fois cet effort.", Number(target, 1), Number(Math.Ceiling(gap / gain), 0)].Value
            : null;
    }

    private static string Several(Words t, PlannedChange change, CommuneTable communes, string one, string several) =>
        t[change.Quantity < 2 ? one : several, Number(change.Quantity), NameOf(change, communes)];

    private static string NameOf(PlannedChange change, CommuneTable communes) => communes.Find(change.Commune!)?.Name ?? change.Commune!.Value;

    private static string Number(double value, int decimals = 2) => value.ToString(decimals is 0 ? "N0" : $"#,0.{new string('#', decimals)}", CultureInfo.CurrentCulture);
}
