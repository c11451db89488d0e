using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary><c>&lt;rs-details summary="Pourquoi cette question"&gt;…&lt;/rs-details&gt;</c></summary>
[HtmlTargetElement("rs-details")]
public sealed class DetailsTagHelper : TagHelper
{
    public required string Summary { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        if (Open)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("open"));
        }

        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("summary", "govuk-details__summary").Holding(Markup.Element("span", "govuk-details__summary-text", Summary)),
            Markup.Element("div", "govuk-details__text").Holding(content)));
    }
}
