namespace Relais.Reinforcement.Coordination.Lateness;

/// <summary>The value of a dated rule of kind <c>escalation</c>, by urgency: for how long places may stay free before somebody else is told.</summary>
/// <param name="CoordinatorMinutes">Until who coordinates the territory is told.</param>
/// <param name="NationalMinutes">Until the national crisis centre is; longer.</param>
internal sealed record Patience(int CoordinatorMinutes, int NationalMinutes)
{
    public static string Kind => "escalation";

    public TimeSpan Until(EscalationStep step) => TimeSpan.FromMinutes(step is EscalationStep.Coordinator ? CoordinatorMinutes : NationalMinutes);
}
