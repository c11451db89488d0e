using System.ComponentModel.DataAnnotations;
using Relais.Kernel.Api;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Api;

/// <summary>A need as a program states it: instants instead of a day and two clock times.</summary>
internal record NewNeedBody : IApiBody, IValidatableObject
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    [Required(ErrorMessage = "Indiquez l’établissement")]
    public Finess? Finess { get; init; }

    [Required(ErrorMessage = "Choisissez la profession et l’unité")]
    public ProfessionUnit? Cell { get; init; }

    public LevelAsked Level { get; init; } = LevelAsked.Licensed;

    [Range(1, 99, ErrorMessage = "Demandez de 1 à 99 personnes")]
    public int HeadCount { get; init; } = 1;

    [Required(ErrorMessage = "Indiquez le début")]
    public DateTimeOffset? StartsAt { get; init; }

    [Required(ErrorMessage = "Indiquez la fin")]
    public DateTimeOffset? EndsAt { get; init; }

    [Range(0, 240, ErrorMessage = "La pause dure de 0 à 240 minutes")]
    public int BreakMinutes { get; init; }

    [Required(ErrorMessage = "Dites en quelques mots pourquoi : les personnes répondent mieux quand elles savent")]
    [StringLength(300, ErrorMessage = "300 caractères au plus")]
    public string? Reason { get; init; }

    [Required(ErrorMessage = "Indiquez où la personne doit se présenter")]
    [StringLength(200, ErrorMessage = "200 caractères au plus")]
    public string? Site { get; init; }

    public PayBasis PayBasis { get; init; }

    /// <summary>Gross euro cents an hour, for a contract.</summary>
    [Range(100, 50000, ErrorMessage = "Indiquez un montant de 1 à 500 euros")]
    public int? HourlyCents { get; init; }

    public bool Lodging { get; init; }

    [Required(ErrorMessage = "Indiquez qui accueille la personne")]
    [StringLength(120, ErrorMessage = "120 caractères au plus")]
    public string? ContactName { get; init; }

    [Required(ErrorMessage = "Indiquez le téléphone du contact")]
    [RegularExpression(@"^\+?[0-9 .\-]{4,20}$", ErrorMessage = "Écrivez un numéro de téléphone, par exemple 02 97 23 00 00")]
    public string? ContactPhone { get; init; }

    [StringLength(1000, ErrorMessage = "1 000 caractères au plus")]
    public string? Instructions { get; init; }

    public Filling Filling { get; init; }

    /// <summary>Whether people of another profession, whose diploma permits it, are asked too, after the others.</summary>
    public bool AcceptsSubstitutes { get; init; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StartsAt is { } starts && EndsAt is { } ends && (ends <= starts || ends - starts > Longest))
        {
            yield return new ValidationResult("La fin suit le début, de 24 heures au plus", [nameof(EndsAt)]);
        }

        if ((PayBasis is PayBasis.Contract) != (HourlyCents is not null))
        {
            yield return new ValidationResult("Indiquez le montant de l’heure pour un contrat, et seulement pour un contrat", [nameof(HourlyCents)]);
        }
    }
}
