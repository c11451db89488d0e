namespace Relais.Matching.Rest;

/// <summary>The answer to a <see cref="RestQuestion"/>.</summary>
/// <param name="Refusal">Why not; null when the person may work.</param>
/// <param name="EmployerHoursUnknown">
/// The hours at the person's own employer are not known, so "allowed" only means "nothing that we know forbids it".
/// Never set for a regime that counts no hours.
/// </param>
public sealed record RestVerdict(RestRefusal? Refusal, bool EmployerHoursUnknown)
{
    /// <summary>Whether no rule stops the person.</summary>
    public bool IsAllowed => Refusal is null;
}

/// <summary>A refusal that can be explained to the person it concerns.</summary>
/// <param name="Code">
/// <c>rest.overlap</c>, <c>rest.daily</c>, <c>rest.sliding-cap</c>, <c>rest.calendar-week</c> or <c>rest.average-cap</c>.
/// </param>
/// <param name="FoundMinutes">Rest that would be left, or work that there would be (for an average: a week); for an overlap the minutes in common.</param>
/// <param name="LimitMinutes">Least rest or most work allowed; zero for an overlap.</param>
/// <param name="Article">The text; null for an overlap, which needs none.</param>
/// <param name="Conflicts">The duties already held that stand in the way, earliest first.</param>
/// <param name="EarliestStart">
/// The first instant, not before the asked one, at which the same shift could start; null when there is none within
/// <see cref="RestCheck.Horizon"/>.
/// </param>
public sealed record RestRefusal(
    string Code,
    int FoundMinutes,
    int LimitMinutes,
    string? Article,
    IReadOnlyList<Duty> Conflicts,
    DateTimeOffset? EarliestStart);
