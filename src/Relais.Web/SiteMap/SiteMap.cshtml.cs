using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Navigation;

namespace Relais.Web.SiteMap;

internal sealed class SiteMapPage(SitePages pages, IPageAccess access) : PageModel
{
    public ILookup<SiteSection, SitePage> Chapters { get; private set; } = Enumerable.Empty<SitePage>().ToLookup(page => page.Section);

    public async Task OnGetAsync()
    {
        var open = new List<SitePage>();
        foreach (var page in await pages.ReadAsync())
        {
            if (await access.MayOpenAsync(HttpContext, page.Url))
            {
                open.Add(page);
            }
        }

        Chapters = open.ToLookup(page => page.Section);
    }

    public static string NameOf(SiteSection section) => section switch
    {
        SiteSection.Volunteers => "Volontaires",
        SiteSection.Establishments => "Établissements",
        SiteSection.Coordination => "Coordination",
        SiteSection.Account => "Mon compte",
        SiteSection.Administration => "Administration",
        SiteSection.About => "À propos de ce site",
        _ => "Pages générales",
    };
}
