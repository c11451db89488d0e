using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Templates;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>What a manager types to ask for people. The same form makes a need and a template.</summary>
internal class NeedForm : IValidatableObject
{
    private static readonly TimeOnly Evening = new(21, 0);
    private static readonly TimeOnly Morning = new(7, 0);

    [Display(Name = "Profession et unité")]
    [Required(ErrorMessage = "Choisissez la profession et l’unité")]
    public string? Cell { get; set; }

    [Display(Name = "Jour")]
    [Required(ErrorMessage = "Indiquez le jour")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Début")]
    [Required(ErrorMessage = "Indiquez l’heure de début")]
    public TimeOnly? Starts { get; set; } = Evening;

    [Display(Name = "Fin")]
    [Required(ErrorMessage = "Indiquez l’heure de fin")]
    public TimeOnly? Ends { get; set; } = Morning;

    [Display(Name = "Pause non payée, en minutes")]
    [Required(ErrorMessage = "Indiquez la pause, 0 s’il n’y en a pas")]
    [Range(0, 240, ErrorMessage = "La pause dure de 0 à 240 minutes")]
    public int? BreakMinutes { get; set; } = 20;

    [Display(Name = "Nombre de personnes")]
    [Required(ErrorMessage = "Indiquez combien de personnes il faut")]
    [Range(1, 99, ErrorMessage = "Demandez de 1 à 99 personnes")]
    public int? HeadCount { get; set; } = 1;

    [Display(Name = "Vérification demandée")]
    public LevelAsked Level { get; set; } = LevelAsked.Licensed;

    [Display(Name = "Où exactement : bâtiment, étage, porte")]
    [Required(ErrorMessage = "Indiquez où la personne doit se présenter")]
    [StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Site { get; set; }

    [Display(Name = "Pourquoi ce besoin")]
    [Required(ErrorMessage = "Dites en quelques mots pourquoi : les personnes répondent mieux quand elles savent")]
    [StringLength(300, ErrorMessage = "300 caractères au plus")]
    public string? Reason { get; set; }

    [Display(Name = "Rémunération")]
    public PayBasis PayBasis { get; set; }

    [Display(Name = "Montant brut de l’heure, en euros")]
    [Range(1, 500, ErrorMessage = "Indiquez un montant de 1 à 500 euros")]
    public decimal? HourlyEuros { get; set; }

    [Display(Name = "Un logement est proposé")]
    public bool Lodging { get; set; }

    [Display(Name = "Contact sur place")]
    [Required(ErrorMessage = "Indiquez qui accueille la personne")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? ContactName { get; set; }

    [Display(Name = "Téléphone du contact")]
    [Required(ErrorMessage = "Indiquez le téléphone du contact")]
    [RegularExpression(@"^\+?[0-9 .\-]{4,20}$", ErrorMessage = "Écrivez un numéro de téléphone, par exemple 02 97 23 00 00")]
    public string? ContactPhone { get; set; }

    [Display(Name = "Consignes : badge, tenue, logiciel, repas, parking")]
    [StringLength(1000, ErrorMessage = "1 000 caractères au plus")]
    public string? Instructions { get; set; }

    [Display(Name = "Qui décide")]
    public Filling Filling { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Cell is not null && ProfessionUnit.Find(Cell) is null)
        {
            yield return new ValidationResult("Choisissez la profession et l’unité dans la liste", [nameof(Cell)]);
        }

        if (Starts is { } starts && Ends is { } ends && starts == ends)
        {
            yield return new ValidationResult("La fin doit différer du début", [nameof(Ends)]);
        }

        if (PayBasis is PayBasis.Contract && HourlyEuros is null)
        {
            yield return new ValidationResult("Indiquez le montant de l’heure", [nameof(HourlyEuros)]);
        }
    }

    public static NeedForm From(NeedTemplate template, DateOnly? day) => new()
    {
        Cell = template.Cell.Code,
        Day = day,
        Starts = template.Starts,
        Ends = template.Ends,
        BreakMinutes = template.BreakMinutes,
        HeadCount = template.HeadCount,
        Level = (LevelAsked)template.Level,
        Site = template.Site,
        Reason = template.Reason,
        PayBasis = template.PayBasis,
        HourlyEuros = template.HourlyCents / 100m,
        Lodging = template.Lodging,
        ContactName = template.ContactName,
        ContactPhone = template.ContactPhone,
        Instructions = template.Instructions,
        Filling = template.Filling,
    };

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
    };

    internal int? HourlyCents => PayBasis is PayBasis.Contract ? (int)decimal.Round(HourlyEuros!.Value * 100) : null;
}
