using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Identifiers;

/// <summary>Binds a form field or a query value: what was typed stays in the field, beside the sentence that says what is wrong.</summary>
internal sealed class IdentifierBinder<T>(Func<string?, Parsed<T>> parse) : IModelBinder
    where T : class, IIdentifier<T>
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);

        if (string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            // Whether the field may be empty is for [Required] to say.
            bindingContext.Result = ModelBindingResult.Success(model: null);
            return Task.CompletedTask;
        }

        var parsed = parse(typed.FirstValue);
        if (parsed.IsValid)
        {
            bindingContext.Result = ModelBindingResult.Success(parsed.Value);
        }
        else
        {
            var words = bindingContext.HttpContext.RequestServices.GetRequiredService<Words>();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, parsed.Problem.In(words));
        }

        return Task.CompletedTask;
    }
}

internal sealed class IdentifierBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.ModelType;
        return type == typeof(Rpps) ? new IdentifierBinder<Rpps>(context.Services.GetRequiredService<IOptions<IdentifierSettings>>().Value.ParseRpps)
            : type == typeof(Finess) ? new IdentifierBinder<Finess>(Finess.Parse)
            : type == typeof(Siren) ? new IdentifierBinder<Siren>(Siren.Parse)
            : type == typeof(CommuneCode) ? new IdentifierBinder<CommuneCode>(CommuneCode.Parse)
            : type == typeof(TerritoryCode) ? new IdentifierBinder<TerritoryCode>(TerritoryCode.Parse)
            : null;
    }
}
