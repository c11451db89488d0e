using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary>
/// <c>&lt;rs-error-summary for="Form" /&gt;</c>: after a refused submission, lists the errors in the order of the form's
/// properties, each with a link to its field. ModelState alone would give them in the order of the alphabet.
/// </summary>
[HtmlTargetElement("rs-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Words words) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var list = Markup.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, entry) in ViewContext.ModelState.Where(pair => pair.Value is { Errors.Count: > 0 }).OrderBy(pair => Rank(pair.Key)))
        {
            foreach (var error in entry!.Errors)
            {
                list.Holding(Markup.Element("li").Holding(Describe(name, error.ErrorMessage)));
            }
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.SetHtmlContent(Markup.Element("div").With("role", "alert").Holding(
            Markup.Element("h2", "govuk-error-summary__title", words["Il y a un problème"]),
            Markup.Element("div", "govuk-error-summary__body").Holding(list)));
    }

    /// <summary>An error that belongs to no field (the form as a whole) is said without a link.</summary>
    private IHtmlContent Describe(string name, string message) => name.Length is 0 || name == For?.Name
        ? new TextContent(message)
        : Markup.Element("a", text: message).With("href", $"#{TagBuilder.CreateSanitizedId(name, "_")}");

    private int Rank(string name)
    {
        if (For is null || name == For.Name || !name.StartsWith(For.Name, StringComparison.Ordinal))
        {
            return -1;
        }

        var property = name[(For.Name.Length is 0 ? 0 : For.Name.Length + 1)..].Split('.', '[')[0];
        return For.Metadata.Properties.Select(metadata => metadata.PropertyName).ToList().IndexOf(property);
    }
}
