using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Actions;

public enum ButtonKind
{
    Primary,
    Secondary,
    Warning,
}

/// <summary>
/// <c>&lt;rs-button kind="Warning" name="answer" value="no"&gt;Je ne peux pas&lt;/rs-button&gt;</c>: submits its form, once
/// even if pressed twice; with <c>href</c>, a link that looks like a button.
/// </summary>
[HtmlTargetElement("rs-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }

    public string? Href { get; set; }

    /// <summary>For the one or two answers that a page is about.</summary>
    public bool Large { get; set; }

    public bool Full { get; set; }

    public string Type { get; set; } = "submit";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute("class", string.Join(' ', new[]
        {
            "govuk-button",
            Kind switch { ButtonKind.Secondary => "govuk-button--secondary", ButtonKind.Warning => "govuk-button--warning", _ => null },
            Large ? "rs-button--large" : null,
            Full ? "rs-button--full" : null,
        }.OfType<string>()));

        output.TagName = Href is null ? "button" : "a";
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }

        output.Attributes.SetAttribute("type", Type);
        output.Attributes.SetAttribute("data-module", "govuk-button");
    }
}
