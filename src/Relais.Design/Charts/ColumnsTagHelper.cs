using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Charts;

/// <summary>
/// <c>&lt;rs-columns title="Places par semaine" labels="…" series="…" /&gt;</c>: columns over time, the series on top of
/// each other, drawn on the server. What it shows stands in a table beside it.
/// </summary>
[HtmlTargetElement("rs-columns", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnsTagHelper : TagHelper
{
    private const double Width = 360;
    private const double Height = 190;
    private const double Left = 34;
    private const double Bottom = 22;
    private const double Top = 8;
    private const int MostLabels = 6;

    /// <summary>Says what the drawing shows to who does not see it.</summary>
    public required string Title { get; set; }

    public required IReadOnlyList<string> Labels { get; set; }

    public required IReadOnlyList<ChartSeries> Series { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-chart");
        output.Content.SetHtmlContent(Markup.Together(Legend(), Drawing()));
    }

    private IHtmlContent Legend() => Markup.Element("ul", "rs-chart__legend").Holding([.. Series.Select((one, rank) => Markup.Element("li").Holding(
        Markup.Element("span", $"rs-chart__key rs-chart__key--{rank + 1}").With("aria-hidden", "true"), new TextContent(one.Name)))]);

    private TagBuilder Drawing()
    {
        var scale = Scale.For(Labels.Count is 0 ? 0 : Enumerable.Range(0, Labels.Count).Max(index => Series.Sum(one => one.Values[index])));
        var svg = Markup.Element("svg", "rs-chart__drawing").With("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")).With("role", "img").With("aria-label", Title);
        foreach (var value in scale.Lines)
        {
            var y = Y(value, scale);
            svg.Holding(
                Markup.Element("line", "rs-chart__line").With("x1", Number(Left)).With("x2", Number(Width)).With("y1", Number(y)).With("y2", Number(y)),
                Text(value.ToString("0.##", CultureInfo.CurrentCulture), Left - 6, y + 4, "end"));
        }

        var step = (Width - Left) / Math.Max(1, Labels.Count);
        var every = (int)Math.Ceiling((double)Labels.Count / MostLabels);
        for (var index = 0; index < Labels.Count; index++)
        {
            var (x, below) = (Left + (index * step), 0d);
            foreach (var (rank, one) in Series.Index())
            {
                var (from, to) = (Y(below, scale), Y(below + one.Values[index], scale));
                below += one.Values[index];
                svg.Holding(Markup.Element("rect", $"rs-chart__part rs-chart__part--{rank + 1}")
                    .With("x", Number(x + (step * .15))).With("y", Number(to)).With("width", Number(step * .7)).With("height", Number(from - to)));
            }

            if (index % every is 0)
            {
                svg.Holding(Text(Labels[index], x + (step / 2), Height - 6, "middle"));
            }
        }

        return svg;
    }

    private static double Y(double value, Scale scale) => Height - Bottom - (value / scale.Top * (Height - Bottom - Top));

    private static TagBuilder Text(string text, double x, double y, string anchor) =>
        Markup.Element("text", "rs-chart__text", text).With("x", Number(x)).With("y", Number(y)).With("text-anchor", anchor);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
