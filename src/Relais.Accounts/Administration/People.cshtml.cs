using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Administration;

internal sealed class PeopleModel(IPeople people) : PageModel
{
    private const int Most = 50;

    /// <summary>A name, or an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<PersonName> Found { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var text = Q?.Trim() ?? "";
        var found = text switch
        {
            "" => [],
            _ when text.Length > 200 => [],
            _ when ContactPoint.TryEmail(text, out var email) => await people.FindByAddressAsync(email, cancellation),
            _ when ContactPoint.TryMobile(text, out var mobile) => await people.FindByAddressAsync(mobile, cancellation),
            _ => await people.SearchAsync(text, Most + 1, cancellation),
        };
        (Found, HasMore) = ([.. found.Take(Most)], found.Count > Most);
    }
}
