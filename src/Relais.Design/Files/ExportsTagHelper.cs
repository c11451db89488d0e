using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Files;

/// <summary>
/// <c>&lt;rs-exports /&gt;</c>: the table of this page as files, with its present filters and all its rows. The model of the
/// page is <see cref="IHasTables"/>. With several tables, each says its name and its title.
/// </summary>
[HtmlTargetElement("rs-exports", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExportsTagHelper(Words t) : TagHelper
{
    /// <summary>What the address says of the screen, not of the rows.</summary>
    private static readonly string[] OfTheScreen = ["format", "tableau", "page", "handler"];

    /// <summary>Which table of the page, as its address says it in <c>tableau</c>.</summary>
    public string? Table { get; set; }

    /// <summary>Tells the links of several tables apart.</summary>
    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rs-row rs-noprint");
        output.Content.SetHtmlContent(Markup.Together(Link(TableFile.Xlsx, t["Télécharger (XLSX)"]), Link(TableFile.Csv, t["Télécharger (CSV)"])));
    }

    private TagBuilder Link(string format, string text)
    {
        var request = ViewContext.HttpContext.Request;
        var filters = request.Query.Where(value => !OfTheScreen.Contains(value.Key)).SelectMany(value => value.Value, (name, value) => KeyValuePair.Create(name.Key, value)).ToList();
        if (Table is not null)
        {
            filters.Add(KeyValuePair.Create("tableau", (string?)Table));
        }

        return Markup.Element("a", "govuk-link", text).With("href", $"{request.Path}{QueryString.Create([.. filters, KeyValuePair.Create("format", (string?)format)])}").With("download", "")
            .Holding(Title is null ? null : Markup.Hidden($" : {Title}"));
    }
}
