namespace Relais.Matching.Planning;

/// <summary>This volunteer can hold at most so many of these shifts.</summary>
internal sealed class Cut(int volunteer, int most, int[] pairs)
{
    private const int FirstStep = 4_000;
    private const int LongestStep = 400_000;

    public int Volunteer => volunteer;

    public int Most => most;

    /// <summary>Pairs of the volunteer, in the order of time.</summary>
    public int[] Pairs => pairs;

    /// <summary>What it costs to hold one of them, thousandths, zero or more.</summary>
    public int Multiplier { get; set; }

    /// <summary>How far the multiplier moves next, up or down.</summary>
    public int Step { get; private set; }

    /// <summary>Lengthens the step when the direction is the same as before, shortens it when it turns (Riedmiller and Braun 1993).</summary>
    public void Turn(int sign) => Step = Step is 0 ? sign * FirstStep
        : sign * (Math.Sign(Step) == sign ? Math.Min(LongestStep, Math.Abs(Step) * 2) : Math.Max(1, Math.Abs(Step) / 3));
}
