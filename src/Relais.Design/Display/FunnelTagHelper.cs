using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>
/// <c>&lt;rs-funnel of="2000"&gt;&lt;rs-funnel-step label="Profession et titre" count="312" lost="1 688 n’ont pas cette profession" /&gt;&lt;/rs-funnel&gt;</c>:
/// how many are left after each rule, as a bar and as a number.
/// </summary>
[HtmlTargetElement("rs-funnel")]
public sealed class FunnelTagHelper : TagHelper
{
    /// <summary>How many there were at the start: the full width.</summary>
    public int Of { get; set; }

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(FunnelTagHelper)] = Of;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "rs-funnel");
    }
}

/// <summary>One rule of the funnel.</summary>
[HtmlTargetElement("rs-funnel-step", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FunnelStepTagHelper : TagHelper
{
    public required string Label { get; set; }

    public int Count { get; set; }

    /// <summary>A sentence on those whom the rule stops.</summary>
    public string? Lost { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var of = Math.Max(1, (int)context.Items[typeof(FunnelTagHelper)]);
        var width = (Count * 100m / of).ToString("0.##", CultureInfo.InvariantCulture);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-funnel__step");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("span", text: Label),
            Markup.Element("span", "rs-funnel__count", Count.ToString("N0", CultureInfo.CurrentCulture)),
            new HtmlString($"""<svg class="rs-funnel__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="{width}" height="1"></rect></svg>"""),
            Lost is null ? null : Markup.Element("span", "rs-funnel__lost", Lost)));
    }
}
