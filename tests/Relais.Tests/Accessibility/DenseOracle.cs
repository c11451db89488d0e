using Relais.Accessibility.Parameters;

namespace Relais.Tests.Accessibility;

/// <summary>The five methods as their papers write them, over every pair of places, with no care for speed.</summary>
internal static class DenseOracle
{
    public static double[] Of(DrawnCountry country, double[] supply)
    {
        var (n, all) = (country.Count, Enumerable.Range(0, country.Count).ToArray());
        double W(int i, int j) => Weight(country.Parameters.Decay, country.Minutes[i, j]);
        double RowSum(int i) => all.Sum(k => W(i, k));
        double ColumnSum(int j) => all.Sum(k => W(k, j));
        double First(int i, int j) => country.Parameters.Method switch
        {
            CatchmentMethod.ThreeStep => RowSum(i) is 0 ? 0 : W(i, j) / RowSum(i) * W(i, j),
            CatchmentMethod.Balanced => RowSum(i) is 0 ? 0 : W(i, j) / RowSum(i),
            _ => W(i, j),
        };
        double Second(int i, int j) => country.Parameters.Method is CatchmentMethod.Balanced ? (ColumnSum(j) is 0 ? 0 : W(i, j) / ColumnSum(j)) : First(i, j);
        var ratios = all.Select(j => all.Sum(i => country.Demand[i] * First(i, j)) is > 0 and var people ? supply[j] / people : 0).ToArray();
        return [.. all.Select(i => all.Sum(j => Second(i, j) * ratios[j]))];
    }

    private static double Weight(Decay decay, double minutes) => decay switch
    {
        _ when double.IsPositiveInfinity(minutes) => 0,
        StepDecay steps => steps.Steps.Where(step => minutes < step.Below).Select(step => step.Weight).FirstOrDefault(0),
        KernelDecay kernel when minutes < kernel.Cutoff => Math.Exp(kernel.Shape is KernelShape.Exponential ? -kernel.Rate * minutes : -(minutes * minutes) / kernel.Rate),
        KernelDecay => 0,
        _ => minutes < decay.Limit ? 1 : 0,
    };
}
