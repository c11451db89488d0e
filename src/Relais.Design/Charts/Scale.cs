namespace Relais.Design.Charts;

/// <summary>The lines behind a chart: round numbers, few of them.</summary>
/// <param name="Step">From one line to the next.</param>
/// <param name="Top">The last line, at or above the highest value.</param>
internal readonly record struct Scale(double Step, double Top)
{
    private const int MostLines = 5;
    private static readonly double[] Factors = [1, 2, 5, 10];

    public static Scale For(double highest)
    {
        if (highest <= 0)
        {
            return new Scale(1, 1);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / MostLines)));
        var step = Factors.Select(factor => factor * power).First(candidate => highest / candidate <= MostLines);
        return new Scale(step, Math.Ceiling(highest / step) * step);
    }

    public IEnumerable<double> Lines
    {
        get
        {
            var (step, count) = (Step, (int)Math.Round(Top / Step));
            return Enumerable.Range(0, count + 1).Select(number => number * step);
        }
    }
}
