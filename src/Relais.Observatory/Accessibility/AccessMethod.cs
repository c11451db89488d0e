using System.Globalization;
using Relais.Accessibility.Parameters;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Accessibility;

/// <summary>What is said beside every accessibility: where its inputs come from, and the method with its parameters.</summary>
internal static class AccessMethod
{
    public static Provenance ProvenanceOf(this Words t, ProfessionAccess access)
    {
        var inputs = access.Supply.Provenance.With(access.Demand.Count.Of(t), "");
        return inputs with
        {
            Method = t["accessibilité potentielle par Relais, {0} ; {1} ; temps de trajet : {2}", Say(t, access.Catchment.Parameters), Say(t, access.Demand), Say(access.Times.Provenance)],
            Quality = access.Times.Provenance.Quality is Relais.Accessibility.TravelTimeQuality.Estimated ? FigureQuality.Estimated : FigureQuality.Computed,
        };
    }

    private static string Say(Words t, CatchmentParameters parameters) =>
        t["paramètres {0} ({1})", parameters.Version ?? t["choisis par le lecteur"], Say(t, parameters.Decay)];

    private static string Say(Words t, Decay decay) => decay switch
    {
        StepDecay steps => string.Join(" ; ", steps.Steps.Select(step => t["{0} à moins de {1} min", Number(step.Weight), Number(step.Below)].Value)),
        KernelDecay { Shape: KernelShape.Exponential } kernel => t["exp(−{0} t) à moins de {1} min", Number(kernel.Rate), Number(kernel.Cutoff)],
        KernelDecay kernel => t["exp(−t² / {0}) à moins de {1} min", Number(kernel.Rate), Number(kernel.Cutoff)],
        _ => t["{0} à moins de {1} min", Number(1), Number(decay.Limit)],
    };

    private static string Say(Words t, Demand demand) => demand.Standardised is { } year
        ? t["population standardisée de la DREES, {0}", year.Year]
        : t["population non standardisée : chacun compte pour un"];

    private static string Say(Relais.Accessibility.Times.TimesProvenance times) => $"{times.Source}, {times.Vintage}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.CurrentCulture);
}
