using Relais.Matching.Eligibility;

namespace Relais.Reinforcement.Day;

/// <summary>The rule that keeps most of those away who have what the need asks for.</summary>
/// <param name="Code">The rule, as the search counts it.</param>
/// <param name="People">How many it stops before any other does; none where nobody exercises the profession.</param>
internal sealed record Obstacle(string Code, int People)
{
    /// <summary>They were asked, or will be: no rule to be loosened.</summary>
    private static readonly string[] NoObstacle = ["asked", "quiet-hours"];

    /// <summary>
    /// Among the rules that stop people of the unit; only where there is none of these, the unit, then the profession. At
    /// equal numbers the later rule: whom it stops is nearer to a yes.
    /// </summary>
    /// <param name="known">Everybody who has a dossier.</param>
    /// <param name="steps">In the order in which the rules are applied.</param>
    /// <returns>Nothing where everybody of the unit was asked, or may be.</returns>
    public static Obstacle? Of(int known, IReadOnlyList<FunnelStep> steps)
    {
        int Stopped(string code) => steps.Where(step => step.Code == code).Sum(step => step.Stopped);
        var (others, untrained) = (Stopped(ProfileRules.Profession), Stopped(ProfileRules.Skill));
        if (known == others)
        {
            return new Obstacle(ProfileRules.Profession, 0);
        }

        if (known == others + untrained)
        {
            return new Obstacle(ProfileRules.Skill, untrained);
        }

        var most = steps.Where(step => step.Code is not (ProfileRules.Profession or ProfileRules.Skill) && !NoObstacle.Contains(step.Code))
            .Reverse().MaxBy(step => step.Stopped);
        return most is { Stopped: > 0 } ? new Obstacle(most.Code, most.Stopped) : null;
    }
}
