using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Relais.Design.Fields;

/// <summary>One of the answers of <c>rs-radios</c> or <c>rs-checkboxes</c>.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>Shown under the answer once it is chosen.</summary>
    internal IHtmlContent? Reveals { get; init; }

    /// <summary>The values of an enumeration, worded by <c>[Display(Name, Description)]</c>.</summary>
    internal static IEnumerable<Choice> OfEnumeration(ModelMetadata metadata)
    {
        var subject = metadata.IsEnumerableType ? metadata.ElementMetadata! : metadata;
        var fields = subject.UnderlyingOrModelType.GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => field.GetCustomAttribute<DisplayAttribute>()?.Description);
        return (subject.EnumGroupedDisplayNamesAndValues ?? throw new InvalidOperationException($"{subject.ModelType} is no enumeration: give the items"))
            .Select(pair => (pair.Key.Name, Value: Enum.Parse(subject.UnderlyingOrModelType, pair.Value).ToString()!))
            .Select(pair => new Choice(pair.Value, pair.Name, fields.GetValueOrDefault(pair.Value)));
    }
}
