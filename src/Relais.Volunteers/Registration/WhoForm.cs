using System.ComponentModel.DataAnnotations;
using Relais.Accounts.Contracts;

namespace Relais.Volunteers.Registration;

/// <summary>Step 1: who, and how to be reached.</summary>
internal sealed class WhoForm : IValidatableObject
{
    [Display(Name = "Prénom"), Required(ErrorMessage = "Indiquez votre prénom"), StringLength(80, ErrorMessage = "Le prénom a 80 caractères au plus")]
    public string? FirstName { get; set; }

    [Display(Name = "Nom"), Required(ErrorMessage = "Indiquez votre nom"), StringLength(80, ErrorMessage = "Le nom a 80 caractères au plus")]
    public string? LastName { get; set; }

    [Display(Name = "Adresse électronique"), EmailField, StringLength(254)]
    public string? Email { get; set; }

    [Display(Name = "Téléphone mobile"), MobileField, StringLength(30)]
    public string? Mobile { get; set; }

    public IReadOnlyList<ContactPoint> Addresses()
    {
        var addresses = new List<ContactPoint>(2);
        if (ContactPoint.TryEmail(Email, out var email))
        {
            addresses.Add(email);
        }

        if (ContactPoint.TryMobile(Mobile, out var mobile))
        {
            addresses.Add(mobile);
        }

        return addresses;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Mobile))
        {
            yield return new ValidationResult("Indiquez une adresse électronique ou un mobile : un seul suffit", [nameof(Email)]);
        }
    }
}
