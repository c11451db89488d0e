using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;

namespace Relais.Volunteers.Registration;

internal sealed class WhoStep(Drafts drafts, ICurrentUser user, IPeople people) : StepPage(drafts)
{
    public override int Step => 1;

    [BindProperty]
    public WhoForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation) => Form = Answers.Who ?? await KnownAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await KeepAsync(Answers with { Who = Form }, cancellation) : Page();

    /// <summary>Who is signed in types nothing twice.</summary>
    private async Task<WhoForm> KnownAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn || await people.FindAsync(user.Person, cancellation) is not { } person)
        {
            return new WhoForm();
        }

        var addresses = await people.AddressesAsync(user.Person, cancellation);
        return new WhoForm
        {
            FirstName = person.FirstName,
            LastName = person.LastName,
            Email = addresses.FirstOrDefault(address => address.Address.Kind is AddressKind.Email)?.Address.ToString(),
            Mobile = addresses.FirstOrDefault(address => address.Address.Kind is AddressKind.Mobile)?.Address.ToString(),
        };
    }
}
