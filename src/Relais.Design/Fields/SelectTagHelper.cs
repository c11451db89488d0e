using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary><c>&lt;rs-select for="Form.Unit" items="Model.Units" /&gt;</c>; without items, the values of the enumeration.</summary>
[HtmlTargetElement("rs-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty line; « Choisir » by default, none when empty.</summary>
    public string? Prompt { get; set; }

    public string? Autocomplete { get; set; }

    protected override IHtmlContent WriteControl()
    {
        var items = Items ?? Choice.OfEnumeration(For.Metadata).Select(choice => new SelectListItem(choice.Text, choice.Value));
        var values = html.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, allowMultiple: false);
        var prompt = Prompt ?? T["Choisir"];
        var control = html.GenerateSelect(
            ViewContext, For.ModelExplorer, prompt.Length is 0 ? null : prompt, For.Name, items, values, allowMultiple: false, htmlAttributes: null);
        return WriteControl(control.With("autocomplete", Autocomplete), "govuk-select");
    }
}
