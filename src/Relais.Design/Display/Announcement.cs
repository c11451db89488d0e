using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>Says on the next page what the last action did: <c>TempData.Announce(T["Votre profil est enregistré"])</c> before a redirect.</summary>
public static class Announcement
{
    internal const string Key = "announcement";

    public static void Announce(this ITempDataDictionary temporary, string sentence)
    {
        ArgumentNullException.ThrowIfNull(temporary);
        temporary[Key] = sentence;
    }
}

/// <summary><c>&lt;rs-announcement /&gt;</c>: where the layout says it.</summary>
[HtmlTargetElement("rs-announcement", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AnnouncementTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.TempData[Announcement.Key] is not string sentence)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-banner rs-banner--success");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.SetHtmlContent(Markup.Element("p", "rs-banner__title", sentence));
    }
}
