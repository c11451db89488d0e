using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Design.Display;
using Relais.Design.Fields;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Tokens;

internal sealed class TokensModel(RelaisDb db, ICurrentUser user, ApiTokens tokens, AccessTable table, Words T) : PageModel, IHasTables
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>Just issued, and shown this once.</summary>
    public string? Issued { get; private set; }

    public IEnumerable<Choice> Scopes => Offered.Select(scope => new Choice(scope.ToString(), scope switch
    {
        _ when scope == TokenScope.ReadAll => T["Tout lire"],
        _ when scope == TokenScope.WriteAll => T["Tout lire et écrire"],
        { Writes: true } => T["Lire et écrire : {0}", scope.Part],
        _ => T["Lire : {0}", scope.Part],
    }));

    private IReadOnlyList<TokenScope> Offered => TokenScope.In(table.Rules);

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var chosen = Offered.Where(scope => Form.Scopes.Contains(scope.ToString())).ToList();
        if (chosen is [])
        {
            ModelState.AddModelError("Form.Scopes", T["Choisissez au moins un usage"]);
        }

        if (ModelState.IsValid)
        {
            Issued = tokens.Issue(user.Account, Form.Name!, chosen);
            await db.SaveChangesAsync(cancellation);
        }

        await LookAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancellation)
    {
        if (!await tokens.RevokeAsync(user.Account, token, cancellation))
        {
            return NotFound();
        }

        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Le jeton est révoqué : il n’ouvre plus rien."]);
        return LocalRedirect("/mon-compte/jetons");
    }

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Jetons en service"],
        Tokens,
        (T["Programme"], token => Cell.Of(token.Name)),
        (T["Usages"], token => Cell.Of(token.Scopes)),
        (T["Expire le"], token => Cell.Of(DateOnly.FromDateTime(token.ExpiresAt.UtcDateTime))),
        (T["Dernier usage"], token => Cell.Of(token.LastUsedOn)));

    private async Task LookAsync(CancellationToken cancellation) => Tokens = await tokens.ListAsync(user.Account, cancellation);

    internal sealed class TokenForm
    {
        [Display(Name = "Programme qui l’utilisera")]
        [Required(ErrorMessage = "Donnez un nom, par exemple « planning de Carhaix »")]
        [StringLength(80)]
        public string? Name { get; init; }

        [Display(Name = "Usages")]
        public List<string> Scopes { get; init; } = [];
    }
}
