namespace Relais.Reinforcement.Preview;

/// <summary>Who could be asked, and what stops the others: each person counted once, at the first rule that stops them.</summary>
/// <param name="Known">Everybody who has a dossier.</param>
/// <param name="Steps">In the order in which the rules are applied.</param>
/// <param name="CanBeAsked">Those whom no rule stops.</param>
/// <param name="Available">Of these, those who said that they are free then.</param>
/// <param name="Near">Of these, those within <see cref="NearMinutes"/> of home.</param>
/// <param name="FirstWave">How many will be asked at once.</param>
/// <param name="NextWaveAfter">When the next people are asked if places are still free.</param>
internal sealed record PreviewView(
    int Known, IReadOnlyList<PreviewStep> Steps, int CanBeAsked, int Available, int Near, int FirstWave, TimeSpan NextWaveAfter)
{
    public const int NearMinutes = 20;
}

/// <param name="Code">The rule, as programs know it.</param>
/// <param name="Stopped">How many it stops.</param>
/// <param name="Left">How many remain after it.</param>
internal sealed record PreviewStep(string Code, int Stopped, int Left);
