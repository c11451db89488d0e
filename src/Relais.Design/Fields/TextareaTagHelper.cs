using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary><c>&lt;rs-textarea for="Form.Reason" rows="4" limit="500" /&gt;</c>: with a limit, counts what is left.</summary>
[HtmlTargetElement("rs-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    public int Rows { get; set; } = 4;

    public int? Limit { get; set; }

    protected override IHtmlContent WriteControl()
    {
        var control = html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, columns: 0, htmlAttributes: null);
        control.Attributes.Remove("cols");
        WriteControl(control, "govuk-textarea");
        return Limit is { } limit ? Counted(control, limit) : control;
    }

    private TagBuilder Counted(TagBuilder control, int limit)
    {
        control.AddCssClass("govuk-js-character-count");
        control.Attributes["aria-describedby"] = $"{DescribedBy} {Id}-info".TrimStart();
        var message = Markup.Element("div", "govuk-hint govuk-character-count__message", T["Au plus {0} caractères", limit]).With("id", $"{Id}-info");
        return Markup.Element("div", "govuk-character-count")
            .With("data-module", "govuk-character-count")
            .With("data-maxlength", limit.ToString(CultureInfo.InvariantCulture))
            .With("data-i18n.characters-under-limit.one", T["Il reste %{count} caractère"])
            .With("data-i18n.characters-under-limit.other", T["Il reste %{count} caractères"])
            .With("data-i18n.characters-at-limit", T["Il ne reste aucun caractère"])
            .With("data-i18n.characters-over-limit.one", T["%{count} caractère de trop"])
            .With("data-i18n.characters-over-limit.other", T["%{count} caractères de trop"])
            .Holding(control, message);
    }
}
