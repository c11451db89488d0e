using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary>Forms speak our language even where a property gives no message of its own.</summary>
internal sealed class FormWords(Words words) : IPostConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    /// <summary>After the framework’s own, which gathers the rules that we give words to.</summary>
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);

        // Everything that is wrong is said at once, also what concerns several fields.
        options.ValidateComplexTypesIfChildValidationFails = true;

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => words["« {0} » ne convient pas pour « {1} »", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["« {0} » ne convient pas", value]);
        messages.SetUnknownValueIsInvalidAccessor(field => words["La valeur de « {0} » ne convient pas", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Une valeur ne convient pas"]);
        messages.SetValueIsInvalidAccessor(value => words["« {0} » ne convient pas", value]);
        messages.SetValueMustBeANumberAccessor(field => words["« {0} » doit être un nombre", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Indiquez un nombre"]);
        messages.SetValueMustNotBeNullAccessor(field => words["Renseignez « {0} »", field]);
        messages.SetMissingBindRequiredValueAccessor(field => words["Renseignez « {0} »", field]);
        messages.SetMissingKeyOrValueAccessor(() => words["Une valeur manque"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["La demande est vide"]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
            {
                rule.ErrorMessage = DefaultMessage(rule, HoldsSeveral(context.Key.ModelType));
            }
        }
    }

    private static bool HoldsSeveral(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    /// <summary>Each is a key of Words: the framework asks for its translation, then fills in the numbers.</summary>
    private static string? DefaultMessage(ValidationAttribute rule, bool holdsSeveral) => rule switch
    {
        RequiredAttribute => "Renseignez « {0} »",
        StringLengthAttribute { MinimumLength: > 0 } => "« {0} » compte entre {2} et {1} caractères",
        MinLengthAttribute { Length: 1 } when holdsSeveral => "Choisissez au moins une réponse",
        MinLengthAttribute when holdsSeveral => "Choisissez au moins {1} réponses",
        MaxLengthAttribute when holdsSeveral => "Choisissez au plus {1} réponses",
        StringLengthAttribute or MaxLengthAttribute => "« {0} » compte au plus {1} caractères",
        MinLengthAttribute => "« {0} » compte au moins {1} caractères",
        RangeAttribute => "« {0} » est compris entre {1} et {2}",
        EmailAddressAttribute => "Indiquez une adresse électronique complète, comme nom@exemple.fr",
        PhoneAttribute => "Indiquez un numéro de téléphone, comme 06 12 34 56 78",
        CompareAttribute => "Les deux saisies diffèrent",
        RegularExpressionAttribute or UrlAttribute => "« {0} » n’a pas la forme attendue",
        _ => null,
    };
}
