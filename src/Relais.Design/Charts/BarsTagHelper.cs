using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Charts;

/// <summary>How much of a whole was reached: a name, two figures and a bar.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Part">What was reached.</param>
/// <param name="Whole">Of how much.</param>
public sealed record Bar(string Name, int Part, int Whole);

/// <summary><c>&lt;rs-bars bars="…" /&gt;</c>: one line each, longest whole as wide as the page; the figures are written beside.</summary>
[HtmlTargetElement("rs-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTagHelper : TagHelper
{
    public required IReadOnlyList<Bar> Bars { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var most = Bars.Count is 0 ? 1 : Math.Max(1, Bars.Max(bar => bar.Whole));
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-bars");
        output.Content.SetHtmlContent(Markup.Together([.. Bars.Select(bar => Markup.Element("li", "rs-bars__line").Holding(
            Markup.Element("span", null, bar.Name),
            Markup.Element("span", "rs-bars__figure", string.Create(CultureInfo.CurrentCulture, $"{bar.Part} / {bar.Whole}")),
            Markup.Element("svg", "rs-bars__bar").With("viewBox", "0 0 100 4").With("preserveAspectRatio", "none").With("aria-hidden", "true").Holding(
                Markup.Element("rect", "rs-chart__part--2").With("width", Share(bar.Whole, most)).With("height", "4"),
                Markup.Element("rect", "rs-chart__part--1").With("width", Share(bar.Part, most)).With("height", "4"))))]));
    }

    private static string Share(int value, int of) => (100d * value / of).ToString("0.##", CultureInfo.InvariantCulture);
}
