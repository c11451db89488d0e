using Relais.Accessibility.Catchments;
using Relais.Accessibility.Scenarios;

namespace Relais.Accessibility.Siting;

/// <param name="Changes">What it adds to the figure of each place.</param>
/// <param name="Minutes">How far each place is from it.</param>
internal sealed record Site(int Place, PlaceChange[] Changes, List<(int Residence, double Minutes)> Minutes);

/// <summary>What a set of sites brings, and what one more would: for real, and in the relaxed sense that bounds it.</summary>
internal abstract class Goal
{
    public double Real { get; private set; }

    public double Relaxed { get; private set; }

    public abstract (double Real, double Relaxed) Gain(Site site);

    public void Take(Site site)
    {
        var (real, relaxed) = Gain(site);
        (Real, Relaxed) = (Real + real, Relaxed + relaxed);
        Remember(site);
    }

    protected abstract void Remember(Site site);
}

internal sealed class VulnerabilityGoal(double[] demand, double[] vulnerability) : Goal
{
    public override (double Real, double Relaxed) Gain(Site site)
    {
        var sum = 0.0;
        foreach (var (place, change) in site.Changes)
        {
            sum += vulnerability[place] * demand[place] * change;
        }

        return (sum, sum);
    }

    protected override void Remember(Site site)
    {
    }
}

internal sealed class TravelGoal(IReadOnlyList<double> population, double[] nearest) : Goal
{
    private readonly double[] _nearest = [.. nearest];

    public override (double Real, double Relaxed) Gain(Site site)
    {
        var sum = 0.0;
        foreach (var (residence, minutes) in site.Minutes)
        {
            sum += minutes < _nearest[residence] ? population[residence] * (_nearest[residence] - minutes) : 0;
        }

        return (sum, sum);
    }

    protected override void Remember(Site site)
    {
        foreach (var (residence, minutes) in site.Minutes)
        {
            _nearest[residence] = Math.Min(_nearest[residence], minutes);
        }
    }
}

internal sealed class LiftedGoal(ScenarioGround ground) : Goal
{
    private readonly double[] _added = new double[ground.Figures.Values.Count];

    public override (double Real, double Relaxed) Gain(Site site)
    {
        var (real, relaxed) = (0.0, 0.0);
        foreach (var (place, change) in site.Changes)
        {
            var (before, people) = (ground.Figures.Values[place], ground.Population[place]);
            if (before >= ground.Threshold || before + _added[place] >= ground.Threshold)
            {
                continue;
            }

            var isLifted = before + (_added[place] + change) >= ground.Threshold;
            var shortfall = ground.Threshold - before;
            real += isLifted ? people : 0;
            relaxed += people * ((isLifted ? 1 : Math.Min(1, (_added[place] + change) / shortfall)) - (_added[place] / shortfall));
        }

        return (real, relaxed);
    }

    protected override void Remember(Site site)
    {
        foreach (var (place, change) in site.Changes)
        {
            _added[place] += change;
        }
    }
}
