using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Links;

namespace Relais.Accounts.MyAccount;

/// <summary>Opening the link changes nothing; its button confirms.</summary>
internal sealed class ConfirmAddressModel(AddressChecks checks) : PageModel
{
    public LinkState State { get; private set; }

    public ContactPoint? Address { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken cancellation)
    {
        await LookAsync(jeton, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken cancellation)
    {
        var proof = await LookAsync(jeton, cancellation);
        IsDone = State is LinkState.Valid && await checks.ConfirmAsync(proof!, cancellation);
        if (State is LinkState.Valid && !IsDone)
        {
            State = LinkState.Expired;
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    private async Task<SignIn.AddressProof?> LookAsync(string token, CancellationToken cancellation)
    {
        (State, var proof) = await checks.OpenAsync(token, cancellation);
        Address = proof?.Address;
        Response.StatusCode = State switch
        {
            LinkState.Valid => StatusCodes.Status200OK,
            LinkState.Expired => StatusCodes.Status410Gone,
            _ => StatusCodes.Status404NotFound,
        };
        return proof;
    }
}
