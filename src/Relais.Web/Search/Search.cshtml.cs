using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Search;
using Relais.Kernel.Text;
using Relais.Kernel.Wording;

namespace Relais.Web.Search;

/// <summary>What one room found, and whether there is more than is shown.</summary>
internal sealed record SearchGroup(string Title, IReadOnlyList<SearchHit> Hits, bool HasMore);

/// <summary>The one search box: each room answers with what the asker may open.</summary>
internal sealed class SearchModel(IEnumerable<ISearchSource> sources, Words T) : PageModel
{
    private const int Most = 10;
    private const int FewestCharacters = 2;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Nom, lieu ou numéro")]
    [StringLength(100, ErrorMessage = "100 caractères au plus")]
    public string? Q { get; set; }

    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public bool HasSearched { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var key = SearchKey.From(Q);
        if (key.Length is > 0 and < FewestCharacters)
        {
            ModelState.AddModelError(nameof(Q), T["Tapez au moins deux caractères"]);
        }

        if (key.Length is 0 || !ModelState.IsValid)
        {
            return;
        }

        var groups = new List<SearchGroup>();
        foreach (var source in sources)
        {
            if (await source.SearchAsync(key, Most + 1, cancellation) is { Count: > 0 } hits)
            {
                groups.Add(new SearchGroup(source.Title, [.. hits.Take(Most)], hits.Count > Most));
            }
        }

        (Groups, HasSearched) = (groups, true);
    }
}
