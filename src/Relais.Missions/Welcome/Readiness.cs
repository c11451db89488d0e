using Relais.Accounts.Contracts;

namespace Relais.Missions.Welcome;

/// <summary>How ready an establishment is for one person: its list, line by line.</summary>
internal sealed record Readiness(IReadOnlyList<WelcomeLine> Lines)
{
    public int Ready => Lines.Count(line => line.At is not null);

    /// <summary>Never of an establishment that has no list.</summary>
    public bool IsComplete => Lines.Count > 0 && Ready == Lines.Count;
}

/// <param name="At">Since when it is ready; not yet when none.</param>
/// <param name="By">Who said so.</param>
internal sealed record WelcomeLine(WelcomeItem Item, DateTimeOffset? At, PersonId? By);
