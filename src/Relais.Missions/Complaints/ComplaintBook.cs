using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Missions.Owed;
using Relais.Territory.Contracts;

namespace Relais.Missions.Complaints;

/// <summary>The complaints that wait where the reader manages an establishment or coordinates.</summary>
internal sealed class ComplaintBook(RelaisDb db, ICurrentUser user, IScopeResolver places, IFacilities facilities, DueBook dues)
{
    public const int Most = 100;

    public async Task<ComplaintLine?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<Complaint>().AsNoTracking().SingleOrDefaultAsync(complaint => complaint.Id == id, cancellation) is { } complaint
        && await dues.FindAsync(complaint.DueId, cancellation) is { } line
            ? new ComplaintLine(complaint, line)
            : null;

    public async Task<int> CountAsync(CancellationToken cancellation) => await (await WaitingAsync(cancellation)).CountAsync(cancellation);

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<ComplaintLine>> ListAsync(int most, CancellationToken cancellation)
    {
        var waiting = await (await WaitingAsync(cancellation)).AsNoTracking().OrderBy(complaint => complaint.MadeAt).Take(most).ToListAsync(cancellation);
        var ids = waiting.ConvertAll(complaint => complaint.DueId);
        var lines = (await dues.ReadAsync(db.Set<Due>().Where(due => EF.Parameter(ids).Contains(due.Id)), cancellation)).ToDictionary(line => line.Due.Id);
        return waiting.ConvertAll(complaint => new ComplaintLine(complaint, lines[complaint.DueId]));
    }

    private async Task<IQueryable<Complaint>> WaitingAsync(CancellationToken cancellation)
    {
        var waiting = db.Set<Complaint>().Where(complaint => complaint.AnsweredAt == null);
        if (user.ScopesOf(Role.NationalCrisisCentre).Contains(Scope.National))
        {
            return waiting;
        }

        var managed = await facilities.ManagedByAsync(user, cancellation);
        var communes = await places.CommunesOfAsync(user.ScopesOf(Role.Coordinator), cancellation);
        var codes = communes.Select(CommuneCode.Stored).ToList();
        var reached = dues.Sums(missions => missions.Where(mission => managed.Contains(mission.Finess) || EF.Parameter(codes).Contains(mission.CommuneCode)));
        return waiting.Where(complaint => reached.Any(due => due.Id == complaint.DueId));
    }
}

internal sealed record ComplaintLine(Complaint Complaint, DueLine Line);
