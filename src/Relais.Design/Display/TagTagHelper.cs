using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Relais.Design.Display;

/// <summary>What a state means for the reader; the word says which state.</summary>
public enum Tone
{
    /// <summary>The colour of the house: neither good nor bad.</summary>
    Plain,

    /// <summary>Over, or not concerned.</summary>
    Quiet,

    /// <summary>Confirmed, done.</summary>
    Good,

    /// <summary>Waits for somebody.</summary>
    Waiting,

    /// <summary>Refused, late, blocking.</summary>
    Bad,

    /// <summary>Under way.</summary>
    Active,
}

/// <summary><c>&lt;rs-tag tone="Good"&gt;Confirmée&lt;/rs-tag&gt;</c>: a state, always in words.</summary>
[HtmlTargetElement("rs-tag")]
public sealed class TagTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", Class(Tone));
    }

    internal static string Class(Tone tone) => tone switch
    {
        Tone.Quiet => "govuk-tag govuk-tag--grey",
        Tone.Good => "govuk-tag govuk-tag--green",
        Tone.Waiting => "govuk-tag govuk-tag--yellow",
        Tone.Bad => "govuk-tag govuk-tag--red",
        Tone.Active => "govuk-tag govuk-tag--blue",
        _ => "govuk-tag",
    };
}
