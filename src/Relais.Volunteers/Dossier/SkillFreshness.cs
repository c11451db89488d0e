using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Dossier;

/// <summary>How long a skill counts after the last day of practice: the dated rule <c>skill-freshness</c>.</summary>
/// <param name="Years">Nothing where no rule bounds it.</param>
internal sealed record SkillFreshness(int? Years)
{
    public const string RuleKind = "skill-freshness";

    public static SkillFreshness Unlimited { get; } = new(Years: null);

    public DateOnly? ExpiryOf(Skill skill) => Years is { } years ? skill.LastPractised?.AddYears(years) : null;
}
