using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary><c>&lt;rs-input for="Form.Email" type="email" autocomplete="email" hint="…" width="20" /&gt;</c></summary>
[HtmlTargetElement("rs-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>Characters expected: 2, 3, 4, 5, 10 or 20.</summary>
    public int? Width { get; set; }

    /// <summary>A unit after the field: « € », « km ».</summary>
    public string? Suffix { get; set; }

    protected override IHtmlContent WriteControl()
    {
        var control = html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format: null, htmlAttributes: null);
        control.Attributes["type"] = Type;
        control.With("autocomplete", Autocomplete).With("inputmode", Inputmode).With("spellcheck", Type is "email" || Autocomplete is not null ? "false" : null);
        if (Width is { } width)
        {
            control.AddCssClass($"govuk-input--width-{width}");
        }

        if (Type is "password")
        {
            control.Attributes.Remove("value");
        }

        var input = WriteControl(control, "govuk-input");
        return Suffix is null
            ? input
            : Markup.Element("div", "govuk-input__wrapper").Holding(input, Markup.Element("div", "govuk-input__suffix", Suffix).With("aria-hidden", "true"));
    }
}
