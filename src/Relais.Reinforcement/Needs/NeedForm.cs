using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Reinforcement.Api;
using Relais.Reinforcement.Templates;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>What a manager types to ask for people. The same form makes a need and a template.</summary>
internal class NeedForm : ShiftForm
{
    [Display(Name = "Profession et unité")]
    [Required(ErrorMessage = "Choisissez la profession et l’unité")]
    public string? Cell { get; set; }

    [Display(Name = "Vérification demandée")]
    public LevelAsked Level { get; set; } = LevelAsked.Licensed;

    [Display(Name = "Pourquoi ce besoin")]
    [Required(ErrorMessage = "Dites en quelques mots pourquoi : les personnes répondent mieux quand elles savent")]
    [StringLength(300, ErrorMessage = "300 caractères au plus")]
    public string? Reason { get; set; }

    [Display(Name = "Rémunération")]
    public PayBasis PayBasis { get; set; }

    [Display(Name = "Montant brut de l’heure, en euros")]
    [Range(typeof(decimal), "1", "500", ErrorMessage = "Indiquez un montant de 1 à 500 euros")]
    public decimal? HourlyEuros { get; set; }

    [Display(Name = "Un logement est proposé")]
    public bool Lodging { get; set; }

    [Display(Name = "Qui décide")]
    public Filling Filling { get; set; }

    [Display(Name = "Accepter aussi les diplômes qui permettent de tenir ce poste")]
    public bool AcceptsSubstitutes { get; set; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        if (Cell is not null && ProfessionUnit.Find(Cell) is null)
        {
            yield return new ValidationResult("Choisissez la profession et l’unité dans la liste", [nameof(Cell)]);
        }

        if (PayBasis is PayBasis.Contract && HourlyEuros is null)
        {
            yield return new ValidationResult("Indiquez le montant de l’heure", [nameof(HourlyEuros)]);
        }
    }

    /// <summary>Fills the form with what a template says.</summary>
    public void Take(NeedTemplate template, DateOnly day)
    {
        Cell = template.Cell.Code;
        Day = day;
        Starts = template.Starts;
        Ends = template.Ends;
        BreakMinutes = template.BreakMinutes;
        HeadCount = template.HeadCount;
        Level = (LevelAsked)template.Level;
        Site = template.Site;
        Reason = template.Reason;
        PayBasis = template.PayBasis;
        HourlyEuros = template.HourlyCents / 100m;
        Lodging = template.Lodging;
        ContactName = template.ContactName;
        ContactPhone = template.ContactPhone;
        Instructions = template.Instructions;
        Filling = template.Filling;
        AcceptsSubstitutes = template.AcceptsSubstitutes;
    }

    /// <summary>The need on the day of the form, on the clocks of the place.</summary>
    public NewNeedBody ToBody(NeedPlace place)
    {
        var shift = ShiftTime.From(Day!.Value, Starts!.Value, Ends!.Value, place.Zone);
        return new NewNeedBody
        {
            Finess = place.Finess,
            Cell = ProfessionUnit.Find(Cell),
            Level = Level,
            HeadCount = HeadCount!.Value,
            StartsAt = shift.StartsAt,
            EndsAt = shift.EndsAt,
            BreakMinutes = BreakMinutes!.Value,
            Reason = Reason,
            Site = Site,
            PayBasis = PayBasis,
            HourlyCents = HourlyCents,
            Lodging = Lodging,
            ContactName = ContactName,
            ContactPhone = ContactPhone,
            Instructions = Instructions,
            Filling = Filling,
            AcceptsSubstitutes = AcceptsSubstitutes,
        };
    }

    public NeedTemplate ToTemplate(Finess finess, string name) => new()
    {
        Finess = finess,
        Name = name,
        Cell = ProfessionUnit.Find(Cell)!,
        Level = (int)Level,
        HeadCount = HeadCount!.Value,
        Starts = Starts!.Value,
        Ends = Ends!.Value,
        BreakMinutes = BreakMinutes!.Value,
        Site = Site!,
        Reason = Reason!,
        PayBasis = PayBasis,
        HourlyCents = HourlyCents,
        Lodging = Lodging,
        ContactName = ContactName!,
        ContactPhone = ContactPhone!,
        Instructions = Instructions ?? "",
        Filling = Filling,
        AcceptsSubstitutes = AcceptsSubstitutes,
    };

    internal int? HourlyCents => PayBasis is PayBasis.Contract ? (int)decimal.Round(HourlyEuros!.Value * 100) : null;
}
