namespace Relais.Volunteers.Demonstration;

internal static class Draws
{
    /// <summary>One of the answers, each as likely as its weight says.</summary>
    public static T Pick<T>(this Random random, params ReadOnlySpan<(T Answer, int Weight)> answers)
    {
        var total = 0;
        foreach (var (_, weight) in answers)
        {
            total += weight;
        }

        var drawn = random.Next(total);
        foreach (var (answer, weight) in answers)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return answer;
            }
        }

        throw new InvalidOperationException("Nothing to draw from");
    }

    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;
}
