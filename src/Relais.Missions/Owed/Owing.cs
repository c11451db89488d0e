using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>States what the agreed hours of a mission are worth, once, in the transaction in which both sides agree.</summary>
internal sealed class Owing(RelaisDb db, IEnumerable<IPayingRoom> rooms, PaymentTerms terms, TimeProvider clock)
{
    public async Task StateAsync(Mission mission, ToldHours hours, CancellationToken cancellation)
    {
        if (await db.Set<Due>().AnyAsync(due => due.MissionId == mission.Id && due.Kind != DueKind.Added, cancellation)
            || await WorthAsync(mission, hours, cancellation) is not { } worth)
        {
            return;
        }

        var due = New(mission, worth);
        if (worth is Worth.Sum sum)
        {
            due.State(sum.Cents, sum.Reference, await terms.ExpectedAsync(sum.Payer, mission, cancellation));
        }

        db.Add(due);
    }

    /// <returns>Nothing for a mission of a room that pays none.</returns>
    public async Task<Worth?> WorthAsync(Mission mission, ToldHours hours, CancellationToken cancellation) =>
        rooms.SingleOrDefault(room => room.Room == mission.OriginRoom) is { } room
            ? await room.WorthAsync(mission.Origin, hours.When, hours.BreakMinutes, cancellation)
            : null;

    private Due New(Mission mission, Worth worth) => new()
    {
        MissionId = mission.Id,
        Kind = worth switch { Worth.Sum => DueKind.Hours, Worth.Nothing => DueKind.Unpaid, _ => DueKind.NoRate },
        Label = "",
        Payer = worth switch { Worth.Sum sum => sum.Payer, Worth.NoPublishedRate none => none.Payer, _ => Payer.Facility },
        Currency = (worth as Worth.Sum)?.Currency ?? Due.Euro,
        StatedAt = clock.GetUtcNow(),
        Parts = worth is Worth.Sum { Parts: var parts } ? [.. parts.Select((part, index) => new DuePart { Number = index + 1, Minutes = part.Minutes, HourlyCents = part.HourlyCents })] : [],
    };
}
