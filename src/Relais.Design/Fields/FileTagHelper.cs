using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Fields;

/// <summary><c>&lt;rs-file for="Form.Proof" accept="image/*,.pdf" hint="5 Mo au plus" /&gt;</c>; the form needs enctype="multipart/form-data".</summary>
[HtmlTargetElement("rs-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(Words words) : FieldTagHelper(words)
{
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    protected override IHtmlContent WriteControl()
    {
        var control = Markup.Element("input").With("id", Id).With("name", Name).With("type", "file").With("accept", Accept)
            .With("multiple", Multiple ? "multiple" : null);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        return WriteControl(control, "govuk-file-upload");
    }
}

/// <summary><c>&lt;rs-hidden for="Form.Need" /&gt;</c></summary>
[HtmlTargetElement("rs-hidden", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HiddenTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(html.GenerateHidden(ViewContext, For.ModelExplorer, For.Name, For.Model, useViewData: false, htmlAttributes: null));
    }
}
