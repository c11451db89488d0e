using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary>Answers to tick: a group with its legend, shared by radios and checkboxes.</summary>
public abstract class ChoicesTagHelper(IHtmlGenerator html, Words words) : FieldTagHelper(words)
{
    /// <summary>The answers; without them and without <c>rs-choice</c> inside, the values of the enumeration.</summary>
    public IEnumerable<Choice>? Choices { get; set; }

    /// <summary>Side by side, for two or three short answers.</summary>
    public bool Inline { get; set; }

    protected abstract string Kind { get; }

    protected abstract bool AllowsSeveral { get; }

    private readonly List<Choice> _inside = [];

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(ChoicesTagHelper)] = _inside;
    }

    protected override IHtmlContent Write(IHtmlContent content)
    {
        var legend = Markup.Element("legend", Heading ? "govuk-fieldset__legend govuk-fieldset__legend--l" : "govuk-fieldset__legend");
        legend.Holding(Heading
            ? Markup.Element("h1", "govuk-fieldset__heading", LabelText).Holding(WriteOptional())
            : Markup.Together(new TextContent(LabelText), WriteOptional()));

        return Markup.Element("fieldset", "govuk-fieldset").With("aria-describedby", DescribedBy)
            .Holding(legend, WriteHint(), WriteError(), WriteControl());
    }

    protected override IHtmlContent WriteControl()
    {
        var several = AllowsSeveral;
        var chosen = html.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, several) ?? (ICollection<string>)[];
        var choices = _inside.Count > 0 ? _inside : [.. Choices ?? Choice.OfEnumeration(For.Metadata)];
        var group = Markup.Element("div", $"govuk-{Kind}").With("data-module", $"govuk-{Kind}");
        if (Inline)
        {
            group.AddCssClass($"govuk-{Kind}--inline");
        }

        for (var index = 0; index < choices.Count; index++)
        {
            // The first answer carries the id of the field, so that the error summary leads to it.
            var id = index is 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{index + 1}");
            WriteChoice(group, choices[index], id, chosen.Contains(choices[index].Value));
        }

        return group;
    }

    private void WriteChoice(TagBuilder group, Choice choice, string id, bool isChosen)
    {
        var input = Markup.Element("input", $"govuk-{Kind}__input")
            .With("id", id).With("name", Name).With("type", AllowsSeveral ? "checkbox" : "radio").With("value", choice.Value)
            .With("checked", isChosen ? "checked" : null)
            .With("aria-describedby", choice.Hint is null ? null : $"{id}-item-hint");
        input.TagRenderMode = TagRenderMode.SelfClosing;

        group.Holding(Markup.Element("div", $"govuk-{Kind}__item").Holding(
            input,
            Markup.Element("label", $"govuk-label govuk-{Kind}__label", choice.Text).With("for", id),
            choice.Hint is null ? null : Markup.Element("div", $"govuk-hint govuk-{Kind}__hint", choice.Hint).With("id", $"{id}-item-hint")));

        if (choice.Reveals is { } more)
        {
            // Shown and hidden by the stylesheet: the script of GOV.UK would put aria-expanded on a radio, which ARIA does not allow.
            group.Holding(Markup.Element("div", $"govuk-{Kind}__conditional").Holding(more));
        }
    }
}

/// <summary><c>&lt;rs-radios for="Form.Regime" /&gt;</c> or with <c>&lt;rs-choice value="…" text="…"&gt;fields shown when chosen&lt;/rs-choice&gt;</c> inside.</summary>
[HtmlTargetElement("rs-radios")]
public sealed class RadiosTagHelper(IHtmlGenerator html, Words words) : ChoicesTagHelper(html, words)
{
    protected override string Kind => "radios";

    protected override bool AllowsSeveral => false;
}

/// <summary><c>&lt;rs-checkboxes for="Form.Zones" choices="Model.Zones" /&gt;</c>: the property is a collection.</summary>
[HtmlTargetElement("rs-checkboxes")]
public sealed class CheckboxesTagHelper(IHtmlGenerator html, Words words) : ChoicesTagHelper(html, words)
{
    protected override string Kind => "checkboxes";

    protected override bool AllowsSeveral => true;
}

/// <summary>One answer written in the page, inside <c>rs-radios</c> or <c>rs-checkboxes</c>.</summary>
[HtmlTargetElement("rs-choice")]
public sealed class ChoiceTagHelper : TagHelper
{
    public required string Value { get; set; }

    public required string Text { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var reveals = content.IsEmptyOrWhiteSpace ? null : new HtmlString(content.GetContent());
        ((List<Choice>)context.Items[typeof(ChoicesTagHelper)]).Add(new Choice(Value, Text, Hint) { Reveals = reveals });
        output.SuppressOutput();
    }
}
