using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Display;

/// <summary><c>&lt;rs-steps current="2" of="6" /&gt;</c>: « Étape 2 sur 6 », above the title of the page.</summary>
[HtmlTargetElement("rs-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTagHelper(Words words) : TagHelper
{
    public int Current { get; set; }

    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-steps");
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("p", text: words["Étape {0} sur {1}", Current, Of]),
            Markup.Element("progress").With("value", Number(Current)).With("max", Number(Of)).With("aria-hidden", "true")));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
