using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Api;

/// <summary>
/// Holds what programs send to the same rules as what people type: the annotations on the body. A broken rule is
/// answered with the field and the sentence, and nothing runs.
/// </summary>
public static class BodyRules
{
    public static TBuilder WithBodyRules<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var errors = context.Arguments.OfType<IApiBody>().SelectMany(body => Check(body, context.HttpContext.RequestServices)).ToList();
            if (errors.Count is 0)
            {
                return await next(context);
            }

            return TypedResults.ValidationProblem(
                errors.GroupBy(error => error.Field, error => error.Sentence, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
                extensions: [new("code", "invalid")]);
        });

    private static IEnumerable<(string Field, string Sentence)> Check(IApiBody body, IServiceProvider services)
    {
        var words = services.GetRequiredService<Words>();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(body, new ValidationContext(body, services, items: null), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames.DefaultIfEmpty("").Select(member => (CamelCase(member), words[result.ErrorMessage ?? ""].Value)));
    }

    private static string CamelCase(string name) => name.Length is 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>Marks what a program sends, so that its annotations are checked.</summary>
public interface IApiBody;
