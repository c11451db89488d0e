using System.Collections.Immutable;
using Relais.Kernel.Rules;
using Relais.Matching.Eligibility;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Agreement;

/// <summary>
/// Which kinds of employment need the agreement of the employer, on which days: dated rules of kind <c>employer-agreement</c>.
/// They hold for who practises now; who studies, is retired or between two posts is not asked for one.
/// </summary>
internal sealed class AgreementRules(IReadOnlyList<RuleInForce<AgreementNeeded>> rules)
{
    private readonly Dictionary<EmployerKind, ImmutableArray<DaySpan>> _needed = rules
        .Where(rule => rule.Value.IsNeeded)
        .GroupBy(rule => Enum.Parse<EmployerKind>(rule.Key))
        .ToDictionary(group => group.Key, group => (ImmutableArray<DaySpan>)[.. group.Select(rule => new DaySpan(rule.ValidFrom, rule.ValidTo))]);

    public static async Task<AgreementRules> ReadAsync(DatedRules rules, CancellationToken cancellation) =>
        new(await rules.HistoryAsync<AgreementNeeded>("employer-agreement", cancellation));

    /// <summary>The days on which the person needs one; none where the kind is not known.</summary>
    public ImmutableArray<DaySpan> NeededBy(VolunteerStatus status, EmployerKind? kind) =>
        status is VolunteerStatus.Active && kind is { } known ? _needed.GetValueOrDefault(known, []) : [];

    /// <summary>One and the same for all who have no limit.</summary>
    public static DayLimits Limits(ImmutableArray<DaySpan> needed, ImmutableArray<CandidateAgreement> agreements, int? yearlyDays) =>
        needed.IsEmpty && agreements.IsEmpty && yearlyDays is null ? DayLimits.None : new DayLimits(needed, agreements, yearlyDays);

    /// <summary>The text that asks for it, on that day; nothing where none does.</summary>
    public string? Reference(EmployerKind kind, DateOnly day) => rules
        .FirstOrDefault(rule => rule.Key == kind.ToString() && rule.Value.IsNeeded && rule.ValidFrom <= day && (rule.ValidTo is null || day < rule.ValidTo))?.Reference;
}

internal sealed record AgreementNeeded(bool IsNeeded);
