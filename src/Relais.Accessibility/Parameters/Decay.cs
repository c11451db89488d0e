namespace Relais.Accessibility.Parameters;

/// <summary>What a practice at some minutes of a residence counts for.</summary>
public abstract record Decay
{
    private protected Decay()
    {
    }

    /// <summary>Minutes from which on, this value included, nothing is counted.</summary>
    public abstract double Limit { get; }

    /// <summary>The weight at so many minutes; 0 at <see cref="Limit"/> and beyond.</summary>
    public abstract double Weight(double minutes);
}

/// <summary>One weight below some minutes.</summary>
/// <param name="Below">Strict: a time of exactly these minutes belongs to the next step.</param>
public readonly record struct WeightStep(double Below, double Weight);

/// <summary>A weight by step, by rising minutes: the function of DREES's APL.</summary>
public sealed record StepDecay : Decay
{
    private readonly WeightStep[] _steps;

    /// <exception cref="ArgumentException">No step, steps that do not rise, or a weight that is negative.</exception>
    public StepDecay(params IEnumerable<WeightStep> steps)
    {
        _steps = [.. steps];
        if (FaultOf(_steps) is { } fault)
        {
            throw new ArgumentException(fault, nameof(steps));
        }
    }

    public IReadOnlyList<WeightStep> Steps => _steps;

    public override double Limit => _steps[^1].Below;

    public override double Weight(double minutes)
    {
        foreach (var step in _steps)
        {
            if (minutes < step.Below)
            {
                return step.Weight;
            }
        }

        return 0;
    }

    public bool Equals(StepDecay? other) => other is not null && _steps.AsSpan().SequenceEqual(other._steps);

    public override int GetHashCode() => HashCode.Combine(_steps.Length, Limit);

    internal static string? FaultOf(ReadOnlySpan<WeightStep> steps)
    {
        var least = 0.0;
        foreach (var step in steps)
        {
            if (!(step.Below > least) || !double.IsFinite(step.Below))
            {
                return FormattableString.Invariant($"steps: below {step.Below} must be more than {least}");
            }

            if (!(step.Weight >= 0) || !double.IsFinite(step.Weight))
            {
                return FormattableString.Invariant($"steps: weight {step.Weight} must be zero or more");
            }

            least = step.Below;
        }

        return steps.IsEmpty ? "steps: at least one is needed" : null;
    }
}

/// <summary>All or nothing: 1 below the cutoff.</summary>
/// <param name="Cutoff">Minutes, strict.</param>
public sealed record CutoffDecay(double Cutoff) : Decay
{
    public override double Limit => Cutoff;

    public override double Weight(double minutes) => minutes < Cutoff ? 1 : 0;
}

public enum KernelShape
{
    /// <summary>exp(−rate·t), the rate in inverse minutes; IRDES tried 0.12.</summary>
    Exponential,

    /// <summary>exp(−t²/rate), the rate in square minutes; IRDES tried 180.</summary>
    Gaussian,
}

/// <summary>A weight that falls without steps.</summary>
/// <param name="Cutoff">Minutes, strict.</param>
public sealed record KernelDecay(KernelShape Shape, double Rate, double Cutoff) : Decay
{
    public override double Limit => Cutoff;

    public override double Weight(double minutes) =>
        minutes >= Cutoff ? 0
        : Shape is KernelShape.Exponential ? Math.Exp(-Rate * minutes)
        : Math.Exp(-minutes * minutes / Rate);
}
