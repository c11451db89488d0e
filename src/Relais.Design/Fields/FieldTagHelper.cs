using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary>
/// What every form field has in common: a label, whether it is optional, a hint, the error of the last submission,
/// and the attributes that tie them together. A field only says how its control is written.
/// </summary>
public abstract class FieldTagHelper(Words words) : TagHelper
{
    /// <summary>The property of the page model that the field edits.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Instead of the property's <c>[Display(Name)]</c>.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Makes the label the title of the page, where a page asks one thing.</summary>
    public bool Heading { get; set; }

    /// <summary>Says « (facultatif) » beside the label; by default when the property is not required.</summary>
    public bool? Optional { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Words T { get; } = words;

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string? Error { get; private set; }

    /// <summary>The ids of the hint and of the error, for the control's aria-describedby.</summary>
    protected string? DescribedBy { get; private set; }

    protected string LabelText => Label ?? For.Metadata.GetDisplayName();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        Error = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        DescribedBy = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
        DescribedBy = DescribedBy.Length is 0 ? null : DescribedBy;

        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(Write(content));
    }

    /// <summary>Label, hint, error and control, in the order in which they are read.</summary>
    protected virtual IHtmlContent Write(IHtmlContent content) => Markup.Together(WriteLabel(), WriteHint(), WriteError(), WriteControl());

    protected abstract IHtmlContent WriteControl();

    protected TagBuilder WriteControl(TagBuilder control, string cssClass)
    {
        ArgumentNullException.ThrowIfNull(control);
        control.AddCssClass(cssClass);
        if (Error is not null)
        {
            control.AddCssClass($"{cssClass}--error");
            control.Attributes["aria-invalid"] = "true";
        }

        // A paste is never cut short in silence: the server says what is too long.
        control.Attributes.Remove("maxlength");
        return control.With("aria-describedby", DescribedBy);
    }

    protected IHtmlContent? WriteHint() => Hint is null ? null : Markup.Element("div", "govuk-hint", Hint).With("id", $"{Id}-hint");

    protected IHtmlContent? WriteError() => Error is null
        ? null
        : Markup.Element("p", "govuk-error-message").With("id", $"{Id}-error").Holding(Markup.Hidden(T["Erreur :"]), new HtmlString(" "), new TextContent(Error));

    protected IHtmlContent? WriteOptional() => Optional ?? !For.Metadata.IsRequired
        ? Markup.Element("span", "rs-optional", $" {T["(facultatif)"]}")
        : null;

    private TagBuilder WriteLabel()
    {
        var label = Markup.Element("label", Heading ? "govuk-label govuk-label--l" : "govuk-label", LabelText).With("for", Id).Holding(WriteOptional());
        return Heading ? Markup.Element("h1", "govuk-label-wrapper").Holding(label) : label;
    }
}
