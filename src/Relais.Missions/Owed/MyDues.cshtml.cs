using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>What a person has earned, what is awaited and since when, and what the missions to come would bring.</summary>
internal sealed class MyDuesModel(RelaisDb db, ICurrentUser user, DueBook dues, Owing owing, DueSheet sheet, Words t) : PageModel, IHasTables
{
    private const int MostComing = 20;

    public IReadOnlyList<DueLine> Lines { get; private set; } = [];

    public IReadOnlyList<(Mission Mission, Worth Worth)> Coming { get; private set; } = [];

    public long Awaited => Lines.Where(line => line.MayBePaid).Sum(line => (long)line.Due.Cents!.Value);

    public long Late => Lines.Where(line => line.State is DueState.Late).Sum(line => (long)line.Due.Cents!.Value);

    public long Paid => Lines.Where(line => line.Due.PaidOn is not null).Sum(line => (long)line.Due.Cents!.Value);

    Sheet? IHasTables.Table(string? name) => sheet.Of(t["Ce qui m’est dû"], Lines);

    public string Say(Worth worth) => worth switch
    {
        Worth.Sum sum => DueText.Money(sum.Cents, sum.Currency),
        Worth.Nothing => t["Mission bénévole"],
        _ => t["Aucun tarif publié"],
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await dues.OfPersonAsync(user.Person, this.RowsFrom(DueBook.Most), cancellation);
        var missions = await db.Set<Mission>().AsNoTracking().Where(mission => mission.PersonId == user.Person && mission.CalledOffAt == null)
            .Where(mission => !db.Set<WorkedHours>().Any(hours => hours.MissionId == mission.Id && hours.AgreedAt != null))
            .OrderByDescending(mission => mission.StartsAt).Take(MostComing).ToListAsync(cancellation);
        var coming = new List<(Mission, Worth)>(missions.Count);
        foreach (var mission in missions)
        {
            if (await owing.WorthAsync(mission, mission.Planned, cancellation) is { } worth)
            {
                coming.Add((mission, worth));
            }
        }

        Coming = coming;
    }
}
