using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary><c>&lt;rs-checkbox for="Form.Nights" /&gt;</c>: yes or no, for a property of type bool.</summary>
[HtmlTargetElement("rs-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    protected override IHtmlContent Write(IHtmlContent content)
    {
        var item = Markup.Element("div", "govuk-checkboxes__item").Holding(
            WriteControl(),
            Markup.Element("label", "govuk-label govuk-checkboxes__label", LabelText).With("for", Id));
        var hint = Hint is null ? null : Markup.Element("div", "govuk-hint govuk-checkboxes__hint", Hint).With("id", $"{Id}-hint");
        return Markup.Together(
            WriteError(),
            Markup.Element("div", "govuk-checkboxes").With("data-module", "govuk-checkboxes").Holding(item.Holding(hint)),
            html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
    }

    protected override IHtmlContent WriteControl()
    {
        // What was sent in the place of yes or no is not shown again: a box has no way to.
        if (ViewContext.ModelState.TryGetValue(Name, out var sent) && sent.ValidationState is ModelValidationState.Invalid)
        {
            sent.RawValue = null;
        }

        var isChecked = For.Model as bool?;
        var control = html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, isChecked, htmlAttributes: null);
        control.AddCssClass("govuk-checkboxes__input");
        return control.With("aria-describedby", DescribedBy).With("aria-invalid", Error is null ? null : "true");
    }
}
