using System.ComponentModel.DataAnnotations;

namespace Relais.Accounts.Contracts;

/// <summary>The field holds an e-mail address, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailFieldAttribute : ValidationAttribute
{
    public EmailFieldAttribute() => ErrorMessage = "Indiquez une adresse électronique complète, par exemple prenom.nom@exemple.fr";

    public override bool IsValid(object? value) => value is null or "" || ContactPoint.TryEmail(value as string, out _);
}

/// <summary>The field holds a mobile number, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MobileFieldAttribute : ValidationAttribute
{
    public MobileFieldAttribute() => ErrorMessage = "Indiquez un numéro de mobile, par exemple 06 12 34 56 78, ou +687 pour la Nouvelle-Calédonie";

    public override bool IsValid(object? value) => value is null or "" || ContactPoint.TryMobile(value as string, out _);
}
