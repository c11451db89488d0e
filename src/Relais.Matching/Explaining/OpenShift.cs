namespace Relais.Matching.Explaining;

/// <summary>Why posts stay open, the strongest reason that can be proved.</summary>
public enum OpenKind
{
    /// <summary>Fewer people are eligible than there are posts.</summary>
    Structural,

    /// <summary>A set of shifts has more posts than all its candidates together can hold, under rest, minutes and number (a Hall set).</summary>
    Shortage,

    /// <summary>Enough people exist; all are better used elsewhere.</summary>
    Tradeoff,
}

/// <summary>Cumulative counts of volunteers: each passes its rule and those before it.</summary>
public readonly record struct OpenFunnel(int Profession, int Skill, int Distance, int Available, int Eligible);

/// <summary>A candidate who does not serve, with the rule that stops them in this plan and the shifts that they hold because of which it does.</summary>
/// <param name="Rule"><c>overlap</c>, <c>rest</c>, <c>week</c> or <c>count</c>.</param>
public sealed record BlockedCandidate(int Volunteer, string Rule, IReadOnlyList<int> By);

/// <summary>Everything that can be said of a shift with an open post.</summary>
/// <param name="Needs">For a shortage: the set of shifts that proves it, this one among them; else empty.</param>
/// <param name="Remedies">What would fill one of its posts if it alone changed, at most one of each kind.</param>
public sealed record OpenShift(
    int Shift, int Open, OpenFunnel Funnel, OpenKind Kind, IReadOnlyList<int> Needs, IReadOnlyList<BlockedCandidate> Blocked, IReadOnlyList<Remedy> Remedies);
