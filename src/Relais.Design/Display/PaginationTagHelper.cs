using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Relais.Kernel.Wording;

namespace Relais.Design.Display;

/// <summary><c>&lt;rs-pagination page="Model.Number" size="20" total="Model.Total" /&gt;</c>: the page is <c>?page=2</c>, other filters are kept.</summary>
[HtmlTargetElement("rs-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper(Words words) : TagHelper
{
    public int Page { get; set; }

    public int Size { get; set; } = 20;

    public int Total { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private int Pages => (Total + Size - 1) / Size;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        var list = Markup.Element("ul", "govuk-pagination__list");
        var previous = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(page => page is 1 || page == Pages || Math.Abs(page - Page) <= 1))
        {
            if (page > previous + 1)
            {
                list.Holding(Markup.Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯"));
            }

            list.Holding(WriteNumber(page));
            previous = page;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", words["Pages"].Value);
        output.Content.SetHtmlContent(Markup.Together(
            WriteStep("prev", Page - 1, words["Page précédente"]), list, WriteStep("next", Page + 1, words["Page suivante"])));
    }

    private TagBuilder WriteNumber(int page) =>
        Markup.Element("li", $"govuk-pagination__item{(page == Page ? " govuk-pagination__item--current" : "")}").Holding(
            Markup.Element("a", "govuk-link govuk-pagination__link", page.ToString(CultureInfo.CurrentCulture))
                .With("href", Url(page)).With("aria-label", words["Page {0}", page]).With("aria-current", page == Page ? "page" : null));

    private TagBuilder? WriteStep(string side, int page, string text) => page < 1 || page > Pages
        ? null
        : Markup.Element("div", $"govuk-pagination__{side}").Holding(
            Markup.Element("a", "govuk-link govuk-pagination__link").With("href", Url(page)).With("rel", side)
                .Holding(Markup.Element("span", "govuk-pagination__link-title", text)));

    private string Url(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not "page")) { { "page", page.ToString(CultureInfo.InvariantCulture) } };
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
