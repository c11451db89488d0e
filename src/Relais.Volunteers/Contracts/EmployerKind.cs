using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>For whom somebody who practises works. A dated rule says which of them need the agreement of their employer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmployerKind>))]
public enum EmployerKind
{
    [Display(Name = "Agent public", Description = "Fonctionnaire ou contractuel : un autre emploi demande l’autorisation de l’employeur")]
    PublicAgent,

    [Display(Name = "Salarié, avec une clause d’exclusivité", Description = "Le contrat interdit un autre emploi sans l’accord de l’employeur")]
    SalariedExclusive,

    [Display(Name = "Salarié, sans clause d’exclusivité")]
    Salaried,

    [Display(Name = "Libéral", Description = "Sans employeur")]
    SelfEmployed,
}
