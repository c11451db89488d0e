using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary><c>&lt;rs-tasklist&gt;&lt;rs-task title="Mes titres" href="/profil/titres" status="À faire" tone="Waiting" /&gt;&lt;/rs-tasklist&gt;</c></summary>
[HtmlTargetElement("rs-tasklist")]
public sealed class TaskListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

/// <summary>One thing to do, and where it stands. Without <c>href</c> it cannot be started yet.</summary>
[HtmlTargetElement("rs-task", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? Href { get; set; }

    public required string Status { get; set; }

    /// <summary>What is done is said without colour, so that the eye goes to what is not.</summary>
    public Tone Tone { get; set; } = Tone.Good;

    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>In a loop, tags share their own number: the page counts.</summary>
    private static int Next(HttpContext http)
    {
        var number = http.Items[typeof(TaskTagHelper)] is int last ? last + 1 : 1;
        http.Items[typeof(TaskTagHelper)] = number;
        return number;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var status = $"etat-{Next(ViewContext.HttpContext)}";
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Href is null ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("div", "govuk-task-list__name-and-hint").Holding(
                Href is null
                    ? Markup.Element("div", text: Title)
                    : Markup.Element("a", "govuk-link govuk-task-list__link", Title).With("href", Href).With("aria-describedby", status),
                Hint is null ? null : Markup.Element("div", "govuk-task-list__hint", Hint)),
            Markup.Element("div", "govuk-task-list__status").With("id", status).Holding(
                Tone is Tone.Good ? new TextContent(Status) : Markup.Element("strong", TagTagHelper.Class(Tone), Status))));
    }
}
