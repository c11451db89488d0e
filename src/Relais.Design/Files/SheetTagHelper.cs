using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Documents;

namespace Relais.Design.Files;

/// <summary><c>&lt;rs-sheet of="Model.Sheet" /&gt;</c>: a sheet as a table of the page, inside <c>rs-table</c>; the first column names the rows.</summary>
[HtmlTargetElement("rs-sheet", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SheetTagHelper : TagHelper
{
    public required Sheet Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Together(
            Markup.Element("thead", "govuk-table__head").Holding(Markup.Element("tr", "govuk-table__row").Holding(
                [.. Of.Columns.Select(column => Markup.Element("th", Class("govuk-table__header", column), column.Name).With("scope", "col"))])),
            Markup.Element("tbody", "govuk-table__body").Holding([.. Of.Rows.Select(Row)])));
    }

    private TagBuilder Row(IReadOnlyList<Cell> row) => Markup.Element("tr", "govuk-table__row").Holding([.. row.Select((cell, rank) => rank is 0
        ? Markup.Element("th", "govuk-table__header", cell.Say(CultureInfo.CurrentCulture)).With("scope", "row")
        : Markup.Element("td", Class("govuk-table__cell", Of.Columns[rank]), cell.Say(CultureInfo.CurrentCulture)))]);

    private static string Class(string element, Column column) => column.IsNumber ? $"{element} rs-table__number" : element;
}
