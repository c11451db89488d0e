using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Missions.Calendar;

/// <summary>What the calendar of a phone fetches.</summary>
internal static class FeedEndpoint
{
    public static void MapCalendarFeed(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        "/calendriers/{code}",
        async (string code, RelaisDb db, IPeople people, MissionCalendar calendar, CancellationToken cancellation) =>
            await db.Set<CalendarFeed>().Where(feed => feed.Code == code).Select(feed => (PersonId?)feed.PersonId).SingleOrDefaultAsync(cancellation) is { } person
                ? Results.Text(await calendar.WriteAsync(await people.FollowAsync(person, cancellation), cancellation), "text/calendar", System.Text.Encoding.UTF8)
                : Results.NotFound())
        .ExcludeFromDescription();
}
