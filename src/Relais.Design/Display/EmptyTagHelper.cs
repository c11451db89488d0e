using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>
/// <c>&lt;rs-empty title="Aucune offre en ce moment" action="Dire quand je suis libre" href="/disponibilites"&gt;Pourquoi…&lt;/rs-empty&gt;</c>:
/// what would be here, why nothing is, and one thing to do.
/// </summary>
[HtmlTargetElement("rs-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? Action { get; set; }

    public string? Href { get; set; }

    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "rs-empty");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element($"h{Level.ToString(CultureInfo.InvariantCulture)}", "govuk-heading-m", Title),
            content.IsEmptyOrWhiteSpace ? null : Markup.Element("p", "govuk-body").Holding(content),
            Action is null ? null : Markup.Element("a", "govuk-button", Action).With("href", Href).With("draggable", "false")));
    }
}
