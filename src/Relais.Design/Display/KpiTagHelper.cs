using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>
/// <c>&lt;rs-kpi label="Places pourvues" value="7 / 9" note="depuis ce matin" /&gt;</c>; put several in <c>rs-grid rs-grid--narrow</c>.
/// With <c>href</c> its label is a link over the whole.
/// </summary>
[HtmlTargetElement("rs-kpi", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KpiTagHelper : TagHelper
{
    public required string Label { get; set; }

    public required string Value { get; set; }

    public string? Note { get; set; }

    /// <summary>Where the figure goes, in words: « en baisse depuis 2022 ».</summary>
    public string? Trend { get; set; }

    /// <summary>Beside the words of the trend, for the eye alone: an arrow.</summary>
    public string? TrendSign { get; set; }

    /// <summary>In small letters under the note: where the figure comes from.</summary>
    public string? Source { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-kpi");
        output.Content.SetHtmlContent(Markup.Together(
            Href is null ? Markup.Element("span", "rs-kpi__label", Label)
                : Markup.Element("span", "rs-kpi__label").Holding(Markup.Element("a", "govuk-link rs-card__link", Label).With("href", Href)),
            Markup.Element("span", "rs-kpi__value", Value),
            Note is null ? null : Markup.Element("span", "rs-kpi__note", Note),
            string.IsNullOrEmpty(Trend) ? null : Markup.Element("span", "rs-kpi__trend").Holding(
                string.IsNullOrEmpty(TrendSign) ? null : Markup.Element("span", null, TrendSign + "\u00A0").With("aria-hidden", "true"), new TextContent(Trend)),
            Source is null ? null : Markup.Element("span", "rs-kpi__source", Source)));
    }
}
