using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Installing;

/// <summary>Whether what surrounds Relais works: today, the mail.</summary>
internal sealed class InstallationPageModel(
    RelaisDb db, ICurrentUser user, MessageLog log, TestMessages tests, SiteAddress site, PostFolders folders, IConfiguration settings, Words T) : PageModel
{
    public IReadOnlyList<MessageRecord> Sent { get; private set; } = [];

    public Uri PublicAddress => site.Root;

    /// <summary>Where e-mails go: a server, or a folder; nothing when they wait.</summary>
    public string? MailRoute { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var post = await folders.FindAsync(cancellation);
        MailRoute = post.NothingLeaves ? T["nulle part : c’est un exercice"] : settings["Mail:Host"] is { Length: > 0 } host ? host : post.Mail;
        var last = await log.OfPersonAsync(user.Person.Value, 50, cancellation);
        Sent = [.. last.Where(message => message.Template == TestMessage.Template || message.Template == EmailCheckMessage.Template).Take(5)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.Set<ContactAddress>().AsNoTracking().OrderByDescending(a => a.VerifiedAt != null)
            .FirstOrDefaultAsync(a => a.PersonId == user.Person && a.Kind == AddressKind.Email, cancellation) is not { } address)
        {
            TempData.Announce(T["Vous n’avez pas d’adresse électronique : ajoutez-en une dans votre compte."]);
            return LocalRedirect("/mon-compte/adresses");
        }

        tests.Send(user.Person, address.Id);
        await db.SaveChangesAsync(cancellation);
        TempData.Announce(T["Un message d’essai part vers {0}. Rechargez cette page pour voir ce qu’il devient.", address.Value]);
        return LocalRedirect("/administration/installation");
    }

    public static Tone ToneOf(MessageRecord message) => message.State switch
    {
        MessageState.Sent => Tone.Good,
        MessageState.Waiting or MessageState.Sending => Tone.Waiting,
        _ => Tone.Bad,
    };

    public string Say(MessageRecord message) => message.State switch
    {
        MessageState.Sent => T["Remis"],
        MessageState.Waiting or MessageState.Sending => T["En attente"],
        _ => T["Pas parti"],
    };
}
