using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>
/// <c>&lt;rs-card title="…" href="/offres/1"&gt;…&lt;/rs-card&gt;</c>: one thing among others of its kind. With
/// <c>href</c> the whole card is the target, under one name.
/// </summary>
[HtmlTargetElement("rs-card")]
public sealed class CardTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? Href { get; set; }

    /// <summary>Level of the heading: 2 under the title of the page, 3 under a section.</summary>
    public int Level { get; set; } = 2;

    /// <summary>A coloured edge, for the card that asks for something.</summary>
    public bool Accent { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var heading = Markup.Element($"h{Level.ToString(CultureInfo.InvariantCulture)}", "rs-card__title");
        output.TagName = "article";
        output.Attributes.SetAttribute("class", $"rs-card{(Href is null ? "" : " rs-card--link")}{(Accent ? " rs-card--accent" : "")}");
        output.Content.SetHtmlContent(Markup.Together(
            Href is null
                ? heading.Holding(new TextContent(Title))
                : heading.Holding(Markup.Element("a", "govuk-link rs-card__link", Title).With("href", Href)),
            content));
    }
}
