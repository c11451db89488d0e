using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

public enum BannerKind
{
    /// <summary>Worth knowing.</summary>
    Notice,

    /// <summary>Done.</summary>
    Success,

    /// <summary>Needs attention.</summary>
    Warning,

    /// <summary>Done, and can be undone for a while: the form that undoes it goes inside.</summary>
    Undo,
}

/// <summary><c>&lt;rs-banner kind="Success" title="C’est noté"&gt;…&lt;/rs-banner&gt;</c>, at the top of the content.</summary>
[HtmlTargetElement("rs-banner")]
public sealed class BannerTagHelper : TagHelper
{
    public BannerKind Kind { get; set; }

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Kind switch
        {
            BannerKind.Success => "rs-banner rs-banner--success",
            BannerKind.Warning => "rs-banner rs-banner--warning",
            BannerKind.Undo => "rs-banner rs-banner--undo",
            _ => "rs-banner",
        });

        // What follows an action takes the focus when the page opens, so that a screen reader says it first.
        if (Kind is BannerKind.Success or BannerKind.Undo)
        {
            output.Attributes.SetAttribute("role", "alert");
            output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        }

        output.Content.SetHtmlContent(Markup.Together(Title is null ? null : Markup.Element("p", "rs-banner__title").Holding(Markup.Element("strong", text: Title)), content));
    }
}
