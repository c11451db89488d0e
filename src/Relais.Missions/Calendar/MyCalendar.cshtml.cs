using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Links;

namespace Relais.Missions.Calendar;

/// <summary>Opens, changes and closes the address by which one's own calendar reads one's missions.</summary>
internal sealed class MyCalendarModel(RelaisDb db, ICurrentUser user, PublicAddress address, JournalWriter journal, TimeProvider clock) : PageModel
{
    public Uri? Feed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Feed = await FindAsync(cancellation) is { } feed ? address.Of($"/calendriers/{feed.Code}") : null;

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } feed)
        {
            feed.ChangeAddress(clock.GetUtcNow());
        }
        else
        {
            db.Add(new CalendarFeed { PersonId = user.Person, OpenedAt = clock.GetUtcNow() });
        }

        return await SaveAsync("calendar.opened", cancellation);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } feed)
        {
            db.Remove(feed);
        }

        return await SaveAsync("calendar.closed", cancellation);
    }

    private Task<CalendarFeed?> FindAsync(CancellationToken cancellation) =>
        db.Set<CalendarFeed>().SingleOrDefaultAsync(feed => feed.PersonId == user.Person, cancellation);

    private async Task<IActionResult> SaveAsync(string action, CancellationToken cancellation)
    {
        journal.Record(action, "person", user.Person.Value);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage();
    }
}
