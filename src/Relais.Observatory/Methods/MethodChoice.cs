using Relais.Accessibility.Parameters;
using Relais.Kernel.Wording;
using Relais.Observatory.Datasets;

namespace Relais.Observatory.Methods;

/// <summary>Reads the method of an address: a named set, or steps of one's own such as <c>10=1 ; 15=0,67 ; 20=0,33</c>.</summary>
internal static class MethodChoice
{
    /// <summary>Beyond, the pairs of the country would not fit beside those in use.</summary>
    public const double MostMinutes = 30;

    private const int LongestSteps = 80;
    private const int MostSteps = 6;
    private const double MostWeight = 10;

    /// <param name="set">The slug of a named set; one that is unknown is that in use.</param>
    /// <param name="steps">Prevail over the set when there are any.</param>
    /// <returns>The method; nothing for the one in use; or the sentence that says what is wrong with the steps.</returns>
    public static (ChosenMethod? Method, string? Problem) Read(Words t, string? set, string? steps)
    {
        if (!string.IsNullOrWhiteSpace(steps))
        {
            return steps.Length <= LongestSteps && ReadSteps(steps) is { } own && own.Any(step => step.Weight > 0)
                ? (new ChosenMethod(new CatchmentParameters(CatchmentMethod.Enhanced, new StepDecay(own)), $"paliers={Uri.EscapeDataString(steps)}"), null)
                : (null, t["Écrivez des paliers de minutes croissantes, 30 au plus, avec un poids de 0 à 10 chacun : 10=1 ; 15=0,67 ; 20=0,33"]);
        }

        return ParameterSets.All.Skip(1).FirstOrDefault(named => named.Slug == set) is { } found
            ? (new ChosenMethod(found.Parameters, $"methode={found.Slug}"), null)
            : (null, null);
    }

    private static IReadOnlyList<WeightStep>? ReadSteps(string text)
    {
        var steps = new List<WeightStep>();
        foreach (var step in text.Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal).Split([';', ' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step.Split('=') is not [var minutes, var share]
                || !Decimals.TryRead(minutes, out var below) || below > MostMinutes || below <= (steps.Count > 0 ? steps[^1].Below : 0)
                || !Decimals.TryRead(share, out var weight) || weight is not (>= 0 and <= MostWeight))
            {
                return null;
            }

            steps.Add(new WeightStep(below, weight));
        }

        return steps.Count is > 0 and <= MostSteps ? steps : null;
    }
}
