using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.Forgetting;
using Relais.Design.Display;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyData;

internal sealed class MyDataModel(ICurrentUser user, PersonalCopy copy, ErasureRequests requests, Words T) : PageModel
{
    public IReadOnlyList<PersonalCount> Lines { get; private set; } = [];

    public ErasureRequest? Asked { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = [.. (await copy.CountAsync(user.Person, cancellation)).Where(line => line.Rows > 0)];
        Asked = await requests.FindAsync(user.Person, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await requests.TakeBackAsync(user.Person, cancellation);
        TempData.Announce(T["Vos données restent : rien ne sera effacé."]);
        return LocalRedirect("/mon-compte/donnees");
    }
}
