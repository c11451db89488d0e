using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<VolunteerStatus>))]
public enum VolunteerStatus
{
    [Display(Name = "J’exerce", Description = "Salarié, agent public ou libéral")]
    Active,

    [Display(Name = "Je suis étudiant", Description = "En formation à un métier de la santé")]
    Student,

    [Display(Name = "Je suis retraité")]
    Retired,

    /// <summary>Has practised, does not now: between two posts, on leave, another trade.</summary>
    [Display(Name = "Autre", Description = "Disponibilité, congé, entre deux postes, autre métier")]
    Other,
}
