using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Charts;

/// <summary>A value at a moment.</summary>
/// <param name="At">Where the moment lies; only the distances between moments count.</param>
/// <param name="Label">What the moment is called.</param>
/// <param name="Value">From 0; nothing where it is not known: the line stops.</param>
/// <param name="Written">As it is read.</param>
/// <param name="IsNewSeries">It is not to be held against the one before: the line stops at a dashed mark.</param>
public sealed record LinePoint(double At, string Label, double? Value, string Written, bool IsNewSeries = false);

/// <summary>
/// <c>&lt;rs-line title="Densité" points="…" /&gt;</c>: one line over time, from 0, drawn on the server. What it shows stands in a
/// table beside it.
/// </summary>
[HtmlTargetElement("rs-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LineTagHelper : TagHelper
{
    private const double Width = 360;
    private const double Height = 190;
    private const double Left = 52;
    private const double Right = 28;
    private const double Bottom = 22;
    private const double Top = 20;
    private const int MostLabels = 6;

    /// <summary>Says what the drawing shows to who does not see it.</summary>
    public required string Title { get; set; }

    /// <summary>The earliest first.</summary>
    public required IReadOnlyList<LinePoint> Points { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-chart");
        var scale = Scale.For(Points.Max(point => point.Value) ?? 0);
        var svg = Markup.Element("svg", "rs-chart__drawing").With("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")).With("role", "img").With("aria-label", Title);
        foreach (var value in scale.Lines)
        {
            svg.Holding(Line("rs-chart__line", Left, Y(value, scale), Width, Y(value, scale)), Text("rs-chart__text", value.ToString("#,0.##", CultureInfo.CurrentCulture), Left - 6, Y(value, scale) + 4, "end"));
        }

        DrawWay(svg, scale);
        DrawPoints(svg, scale);
        output.Content.SetHtmlContent(svg);
    }

    private void DrawWay(TagBuilder svg, Scale scale)
    {
        foreach (var (before, now) in Points.Zip(Points.Skip(1)))
        {
            if (now.IsNewSeries)
            {
                var x = (X(before) + X(now)) / 2;
                svg.Holding(Line("rs-chart__break", x, Top, x, Height - Bottom));
            }
            else if (before.Value is { } from && now.Value is { } to)
            {
                svg.Holding(Line("rs-chart__way", X(before), Y(from, scale), X(now), Y(to, scale)));
            }
        }
    }

    private void DrawPoints(TagBuilder svg, Scale scale)
    {
        var every = (int)Math.Ceiling((double)Points.Count / MostLabels);
        foreach (var (rank, point) in Points.Index())
        {
            // The last is always named: it is what the page speaks of.
            var isNamed = (Points.Count - 1 - rank) % every is 0;
            if (point.Value is { } value)
            {
                svg.Holding(
                    Markup.Element("circle", "rs-chart__point").With("cx", Number(X(point))).With("cy", Number(Y(value, scale))).With("r", "4"),
                    isNamed ? Text("rs-chart__value", point.Written, X(point), Y(value, scale) - 9, "middle") : null);
            }

            svg.Holding(isNamed ? Text("rs-chart__text", point.Label, X(point), Height - 6, "middle") : null);
        }
    }

    private double X(LinePoint point)
    {
        var (first, span) = (Points[0].At, Points[^1].At - Points[0].At);
        var (from, to) = (Left + Right, Width - Right);
        return span > 0 ? from + ((point.At - first) / span * (to - from)) : (from + to) / 2;
    }

    private static double Y(double value, Scale scale) => Height - Bottom - (value / scale.Top * (Height - Bottom - Top));

    private static TagBuilder Line(string cssClass, double x1, double y1, double x2, double y2) =>
        Markup.Element("line", cssClass).With("x1", Number(x1)).With("y1", Number(y1)).With("x2", Number(x2)).With("y2", Number(y2));

    private static TagBuilder Text(string cssClass, string text, double x, double y, string anchor) =>
        Markup.Element("text", cssClass, text).With("x", Number(x)).With("y", Number(y)).With("text-anchor", anchor);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
