using System.ComponentModel.DataAnnotations;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Skills;

/// <summary>When a unit was last practised in, as people remember it.</summary>
internal enum Recency
{
    [Display(Name = "J’y travaille en ce moment")]
    Now,

    [Display(Name = "Il y a moins d’un an")]
    WithinYear,

    [Display(Name = "Il y a 1 à 2 ans")]
    OneToTwoYears,

    [Display(Name = "Il y a 3 à 5 ans")]
    ThreeToFiveYears,

    [Display(Name = "Il y a plus de 5 ans")]
    Older,
}

/// <summary>The units of the professions of a person, each with experience and last practice.</summary>
internal sealed class SkillsForm : IValidatableObject
{
    public const string NoneSentence = "Indiquez votre expérience dans au moins un service";

    public List<SkillLine> Lines { get; set; } = [];

    public bool HasAny => Lines.Exists(line => line.Experience is not null && ProfessionUnit.Find(line.Cell) is not null);

    /// <summary>The lines for these professions, with what is already known.</summary>
    public static SkillsForm For(IEnumerable<Profession> professions, IReadOnlyCollection<Skill> known, DateOnly today) => new()
    {
        Lines =
        [
            .. professions.SelectMany(ProfessionUnit.Of).Select(cell => known.FirstOrDefault(skill => skill.Cell == cell) is { } skill
                ? new SkillLine { Cell = cell.Code, Experience = ExperienceBands.Of(skill.Years), Last = RecencyOf(skill.LastPractised, today) }
                : new SkillLine { Cell = cell.Code }),
        ],
    };

    /// <summary>The same lines for other professions, answers kept.</summary>
    public SkillsForm For(IEnumerable<Profession> professions) => new()
    {
        Lines = [.. professions.SelectMany(ProfessionUnit.Of).Select(cell => Lines.Find(line => line.Cell == cell.Code) ?? new SkillLine { Cell = cell.Code })],
    };

    /// <summary>A skill whose band did not change keeps the exact figures known before.</summary>
    public IReadOnlyList<Skill> ToSkills(DateOnly today, IReadOnlyCollection<Skill>? known = null) =>
    [
        .. Lines.Where(line => line.Experience is not null && ProfessionUnit.Find(line.Cell) is not null)
            .DistinctBy(line => line.Cell)
            .Select(line =>
            {
                var before = known?.FirstOrDefault(skill => skill.Cell.Code == line.Cell);
                var years = before is not null && ExperienceBands.Of(before.Years) == line.Experience ? before.Years : line.Experience!.Value.Years();
                var last = before is not null && RecencyOf(before.LastPractised, today) == line.Last ? before.LastPractised : DayOf(line.Last, today);
                return new Skill(ProfessionUnit.Find(line.Cell)!, years, last);
            }),
    ];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!HasAny)
        {
            yield return new ValidationResult(NoneSentence, [$"{nameof(Lines)}[0].{nameof(SkillLine.Experience)}"]);
        }

        for (var index = 0; index < Lines.Count; index++)
        {
            if (Lines[index] is { Experience: not null, Last: null })
            {
                yield return new ValidationResult("Indiquez quand vous y avez travaillé pour la dernière fois", [$"{nameof(Lines)}[{index}].{nameof(SkillLine.Last)}"]);
            }
        }
    }

    private static DateOnly? DayOf(Recency? recency, DateOnly today) => recency switch
    {
        Recency.Now => today,
        Recency.WithinYear => today.AddMonths(-6),
        Recency.OneToTwoYears => today.AddMonths(-18),
        Recency.ThreeToFiveYears => today.AddYears(-4),
        Recency.Older => today.AddYears(-6),
        _ => null,
    };

    private static Recency? RecencyOf(DateOnly? last, DateOnly today) => last switch
    {
        null => null,
        { } day when day >= today.AddMonths(-2) => Recency.Now,
        { } day when day > today.AddYears(-1) => Recency.WithinYear,
        { } day when day > today.AddYears(-3) => Recency.OneToTwoYears,
        { } day when day > today.AddYears(-5) => Recency.ThreeToFiveYears,
        _ => Recency.Older,
    };
}

internal sealed class SkillLine
{
    public string Cell { get; set; } = "";

    [Display(Name = "Expérience")]
    public ExperienceBand? Experience { get; set; }

    [Display(Name = "Dernière fois")]
    public Recency? Last { get; set; }
}

/// <summary>A page that asks for skills: the step of the registration and the page of the dossier.</summary>
internal interface ISkillsPage
{
    SkillsForm Form { get; }
}
