using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.MyMessages;

/// <summary>What Relais wrote to the person, the latest first. Opening the page changes nothing; its buttons mark as read.</summary>
internal sealed class MyMessagesModel(RelaisDb db, ICurrentUser user, Inbox inbox, SiteAddress site, Words T) : PageModel
{
    public const int PageSize = 20;

    private ContactWishes _wishes = null!;

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public int Unread { get; private set; }

    public IReadOnlyList<InboxEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancellation)
    {
        var person = user.Person.Value;
        Total = await inbox.CountAsync(person, cancellation);
        Unread = await inbox.CountUnreadAsync(person, cancellation);
        Number = Math.Clamp(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Entries = await inbox.ListAsync(person, (Number - 1) * PageSize, PageSize, cancellation, CultureInfo.CurrentUICulture);
        _wishes = await db.WishesOfAsync(user.Person, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var read = await inbox.MarkAllReadAsync(user.Person.Value, cancellation);
        TempData.Announce(T.Count(read, "{0} message marqué comme lu.", "{0} messages marqués comme lus."));
        return LocalRedirect("/mes-messages");
    }

    public async Task<IActionResult> OnPostReadAsync(Guid message, CancellationToken cancellation)
    {
        await inbox.MarkReadAsync(user.Person.Value, message, cancellation);
        return LocalRedirect("/mes-messages");
    }

    public string SubjectOf(InboxEntry entry) => entry.Letter?.Subject ?? T["Ce message n’est plus d’actualité"];

    public string AddressOf(InboxLink link) => site.Local(link.Target);

    /// <summary>« samedi 21 novembre, 22:41 », on the clocks of the person.</summary>
    public string DateOf(DateTimeOffset at) => _wishes.Local(at).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
