using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Text;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>The people whom establishments know: read, added by hand, removed, recognised.</summary>
internal sealed class OwnPools(RelaisDb db, JournalWriter journal, TimeProvider clock) : IOwnPools
{
    public async Task<IReadOnlySet<PersonId>> AgreedAsync(Finess finess, CancellationToken cancellation) =>
        (await db.Set<OwnPoolMember>().AsNoTracking()
            .Where(member => member.Finess == finess && member.State == MemberState.Agreed && member.PersonId != null)
            .Select(member => member.PersonId!.Value).ToListAsync(cancellation)).ToHashSet();

    public IQueryable<OwnPoolMember> Of(Finess finess, string? words)
    {
        var members = db.Set<OwnPoolMember>().AsNoTracking().Where(member => member.Finess == finess);
        foreach (var word in SearchKey.From(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            members = members.Where(member => member.SearchKey.Contains(word));
        }

        return members.OrderBy(member => member.SearchKey).ThenBy(member => member.Id);
    }

    /// <returns>False when somebody of this establishment has the address or the number already.</returns>
    public async Task<bool> AddAsync(OwnPoolMember member, CancellationToken cancellation)
    {
        member.Index();
        db.Add(member);
        journal.Record("own_pool.added", "facility", member.Finess.Value);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (IsTaken(exception))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task RemoveAsync(Finess finess, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<OwnPoolMember>().SingleOrDefaultAsync(member => member.Id == id && member.Finess == finess, cancellation) is { } member)
        {
            db.Remove(member);
            journal.Record("own_pool.removed", "facility", finess.Value);
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Somebody who agreed before they had a dossier has one now. Joins the caller's unit of work.</summary>
    public async Task RecogniseAsync(PersonId person, string firstName, string lastName, IReadOnlyCollection<ContactPoint> addresses, CancellationToken cancellation)
    {
        var values = addresses.Select(address => address.Value).ToList();
        var members = await db.Set<OwnPoolMember>()
            .Where(member => member.State == MemberState.Agreed && member.PersonId == null && (values.Contains(member.Email!) || values.Contains(member.Mobile!)))
            .ToListAsync(cancellation);
        foreach (var member in members.Where(member => SearchKey.From(member.FirstName, member.LastName) == SearchKey.From(firstName, lastName)))
        {
            member.PersonId = person;
        }
    }

    /// <summary>A list of people was taken away: the journal says how long it was.</summary>
    public async Task NoteExportAsync(Finess finess, int count, CancellationToken cancellation)
    {
        journal.Record("own_pool.exported", "facility", finess.Value, string.Create(CultureInfo.InvariantCulture, $"people={count}"));
        await db.SaveChangesAsync(cancellation);
    }

    public static string? MobileOf(OwnPoolMember member) => ContactPoint.TryMobile(member.Mobile, out var mobile) ? $"{mobile}" : member.Mobile;

    public static string StateOf(MemberState state) => state switch
    {
        MemberState.Listed => "à inviter",
        MemberState.Invited => "invité",
        MemberState.Agreed => "d’accord",
        _ => "a refusé",
    };

    public OwnPoolMember New(Finess finess, PoolLine line, Guid? import = null) => new()
    {
        Finess = finess,
        FirstName = line.FirstName,
        LastName = line.LastName,
        Email = line.Email,
        Mobile = line.Mobile,
        Profession = line.Profession?.Code,
        ImportId = import,
        AddedAt = clock.GetUtcNow(),
    };

    public static bool IsTaken(DbUpdateException exception) =>
        exception.RefusedBy("own_pool_email_once", "own_pool_member.email") || exception.RefusedBy("own_pool_mobile_once", "own_pool_member.mobile");
}
