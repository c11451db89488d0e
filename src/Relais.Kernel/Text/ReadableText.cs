using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Relais.Kernel.Text;

/// <summary>
/// Text that people could have typed: no zero character, which PostgreSQL does not store, and no half of a character.
/// What is not readable is refused where it comes in, by pages, by the API and by addresses alike.
/// </summary>
public static class ReadableText
{
    public static bool IsReadable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (text[index] is '\0' || char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Answers 400 to an address that holds a zero character; before anything reads it.</summary>
    public static IApplicationBuilder UseReadableAddresses(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (IsReadable(http.Request.Path.Value ?? "") && http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is not true)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}

internal sealed class ReadableTextBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    private sealed class Binder(SimpleTypeModelBinder text) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given.All(value => value is null || ReadableText.IsReadable(value)))
            {
                return text.BindModelAsync(bindingContext);
            }

            // The value itself is not shown again: it cannot be.
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, "", "");
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName,
                bindingContext.ModelMetadata.ModelBindingMessageProvider.UnknownValueIsInvalidAccessor(bindingContext.ModelMetadata.GetDisplayName()));
            return Task.CompletedTask;
        }
    }
}

internal sealed class ReadableTextJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is not JsonTokenType.String
            ? throw new JsonException()
            : reader.GetString() is { } text && ReadableText.IsReadable(text) ? text : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
