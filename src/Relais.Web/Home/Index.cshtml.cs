using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;

namespace Relais.Web.Home;

/// <summary>What Relais is, for visitors; what awaits them, for those who are signed in.</summary>
internal sealed class HomeModel(ICurrentUser user, IPeople people, IEnumerable<IDoors> rooms) : PageModel
{
    /// <summary>Null for a visitor.</summary>
    public string? FirstName { get; private set; }

    public IReadOnlyList<Door> Doors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn)
        {
            return;
        }

        FirstName = (await people.FindAsync(user.Person, cancellation))?.FirstName ?? "";
        var doors = new List<Door>();
        foreach (var room in rooms)
        {
            doors.AddRange(await room.ForAsync(cancellation));
        }

        Doors = [.. doors.OrderByDescending(door => door.IsPressing).ThenBy(door => door.Order).ThenBy(door => door.Title, StringComparer.CurrentCulture)];
    }
}
