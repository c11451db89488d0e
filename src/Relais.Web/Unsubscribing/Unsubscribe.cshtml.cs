using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Messages;

namespace Relais.Web.Unsubscribing;

/// <summary>
/// Opening the link changes nothing, for mail scanners open links. Mail programs send the form themselves, with one click
/// (RFC 8058): they carry no cookie and follow no redirection, so the link alone is the right to it and the answer is a page.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class UnsubscribeModel(UnsubscribeLinks links, IRecipientDirectory directory) : PageModel
{
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) =>
        await links.ReadAsync(token, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await links.ReadAsync(token, cancellation) is not { } personId)
        {
            return NotFound();
        }

        await directory.StopAsync(personId, Channel.Email, cancellation);
        IsDone = true;
        return Page();
    }
}
