using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Fields;
using Relais.Kernel.Links;
using Relais.Kernel.Wording;

namespace Relais.Accounts.SignIn;

/// <summary>Opening the link changes nothing (mail filters open links); its button signs in.</summary>
internal sealed class UseLinkModel(SignInLinks links, Words T) : PageModel
{
    [BindProperty]
    public WhoForm Form { get; set; } = new();

    public OpenedLink Link { get; private set; } = null!;

    public IReadOnlyList<Choice> People => [.. Link.People.Select(person => new Choice(person.Id.ToString(), person.FullName))];

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken cancellation)
    {
        Link = await links.OpenAsync(jeton, cancellation);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken cancellation)
    {
        Link = await links.OpenAsync(jeton, cancellation);
        if (Link.State is not LinkState.Valid)
        {
            return Show();
        }

        var person = Link.People is [var only] ? only : Link.People.FirstOrDefault(p => p.Id.Value == Form.Person);
        if (person is null)
        {
            ModelState.AddModelError("Form.Person", T["Dites qui vous êtes"]);
            return Page();
        }

        if (!await links.UseAsync(Link.Proof!, person.Id, Form.Stay, cancellation))
        {
            Link = Link with { State = LinkState.Expired };
            return Show();
        }

        return LocalRedirect(Link.Proof!.ReturnTo ?? "/");
    }

    private PageResult Show()
    {
        Response.StatusCode = Link.State switch
        {
            LinkState.Valid => StatusCodes.Status200OK,
            LinkState.Expired => StatusCodes.Status410Gone,
            _ => StatusCodes.Status404NotFound,
        };
        return Page();
    }

    internal sealed class WhoForm
    {
        [Display(Name = "Qui êtes-vous ?")]
        public Guid? Person { get; init; }

        [Display(Name = "Rester connecté sur cet appareil")]
        public bool Stay { get; init; }
    }
}
