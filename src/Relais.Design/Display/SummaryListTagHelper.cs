using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Display;

/// <summary><c>&lt;rs-summary-list&gt;&lt;rs-row name="Nom" change="/profil/nom"&gt;Anne Le Goff&lt;/rs-row&gt;&lt;/rs-summary-list&gt;</c></summary>
[HtmlTargetElement("rs-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One line of a summary: what it is, its value, and where to change it.</summary>
[HtmlTargetElement("rs-row")]
public sealed class RowTagHelper(Words words) : TagHelper
{
    public required string Name { get; set; }

    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        IHtmlContent value = content.IsEmptyOrWhiteSpace ? Markup.Element("span", "rs-muted", words["non renseigné"]) : content;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(Change) ? "govuk-summary-list__row govuk-summary-list__row--no-actions" : "govuk-summary-list__row");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("dt", "govuk-summary-list__key", Name),
            Markup.Element("dd", "govuk-summary-list__value").Holding(value),
            string.IsNullOrEmpty(Change) ? null : Markup.Element("dd", "govuk-summary-list__actions").Holding(
                Markup.Element("a", "govuk-link", words["Modifier"]).With("href", Change).Holding(Markup.Hidden($" {Name}")))));
    }
}
