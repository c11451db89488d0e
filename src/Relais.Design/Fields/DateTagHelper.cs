using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary>
/// <c>&lt;rs-date for="Form.Day" near="true" today="Model.Today" /&gt;</c>: the browser's own date field; with
/// <c>today</c>, small buttons « aujourd’hui » and « demain » where scripts run.
/// </summary>
[HtmlTargetElement("rs-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    public string? Autocomplete { get; set; }

    /// <summary>The day it is at the place meant; shows the buttons.</summary>
    public DateOnly? Today { get; set; }

    public DateOnly? Min { get; set; }

    public DateOnly? Max { get; set; }

    protected override IHtmlContent WriteControl()
    {
        var control = html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, "{0:yyyy-MM-dd}", htmlAttributes: null);
        control.Attributes["type"] = "date";
        control.AddCssClass("govuk-input--width-10");
        WriteControl(control.With("autocomplete", Autocomplete).With("min", Iso(Min)).With("max", Iso(Max)), "govuk-input");
        return Today is { } today
            ? Markup.Element("div", "rs-beside").Holding(control, Shortcut(T["Aujourd’hui"], today), Shortcut(T["Demain"], today.AddDays(1)))
            : control;
    }

    private TagBuilder Shortcut(string text, DateOnly day) => Markup.Element("button", "rs-chip", text)
        .With("type", "button").With("hidden", "hidden").With("data-rs-fill", Id).With("data-rs-value", Iso(day));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary><c>&lt;rs-time for="Form.Start" /&gt;</c>: the browser's own time field.</summary>
[HtmlTargetElement("rs-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    protected override IHtmlContent WriteControl()
    {
        var control = html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, "{0:HH:mm}", htmlAttributes: null);
        control.Attributes["type"] = "time";
        control.AddCssClass("govuk-input--width-5");
        return WriteControl(control, "govuk-input");
    }
}
