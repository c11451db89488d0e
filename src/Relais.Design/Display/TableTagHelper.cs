using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>
/// <c>&lt;rs-table caption="Besoins ouverts"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/rs-table&gt;</c>:
/// a table with its title, in a box of its own that scrolls when the screen is narrow. Give each th its scope.
/// </summary>
[HtmlTargetElement("rs-table")]
public sealed class TableTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>For a table that follows a heading with the same words.</summary>
    public bool CaptionHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var caption = Markup.Element("caption", $"govuk-table__caption govuk-table__caption--m{(CaptionHidden ? " govuk-visually-hidden" : "")}", Caption);

        // Reached by the keyboard, so that who has no mouse can scroll it; scripts take this away where nothing scrolls.
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "rs-table");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");
        output.Content.SetHtmlContent(Markup.Element("table", "govuk-table").Holding(caption, content));
    }
}
