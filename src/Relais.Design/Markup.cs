using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Relais.Design;

/// <summary>Short names for writing elements; text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? cssClass = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Holding(this TagBuilder element, params IHtmlContent?[] contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                element.InnerHtml.AppendHtml(content);
            }
        }

        return element;
    }

    public static IHtmlContent Together(params IHtmlContent?[] contents)
    {
        var together = new HtmlContentBuilder();
        foreach (var content in contents.OfType<IHtmlContent>())
        {
            together.AppendHtml(content);
        }

        return together;
    }

    public static TagBuilder Hidden(string text) => Element("span", "govuk-visually-hidden", text);
}
