using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Rules;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Pool;

namespace Relais.Volunteers.Dossier;

/// <summary>The one door through which dossiers change: each change is dated by the clock of the pool and told in the journal.</summary>
internal sealed class Dossiers(RelaisDb db, PoolClock pool, DatedRules rules, JournalWriter journal, TimeProvider clock)
{
    public const string RppsConstraint = "volunteer_rpps";

    public const string JournalKind = "volunteer";

    public Task<bool> ExistsAsync(PersonId person, CancellationToken cancellation) =>
        db.Set<Volunteer>().AnyAsync(volunteer => volunteer.PersonId == person, cancellation);

    public Task<bool> IsTakenAsync(Rpps rpps, PersonId? except, CancellationToken cancellation) =>
        db.Set<Volunteer>().AnyAsync(volunteer => volunteer.Rpps == rpps && volunteer.PersonId != except, cancellation);

    /// <summary>The dossier as it is, to show.</summary>
    public Task<Volunteer?> ReadAsync(PersonId person, CancellationToken cancellation) =>
        Whole().AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync(volunteer => volunteer.PersonId == person, cancellation);

    public Task OpenAsync(NewVolunteer opened, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var revision = await pool.NextAsync(cancellation);
            await db.Set<VolunteerDeparture>().Where(departure => departure.PersonId == opened.Person).ExecuteDeleteAsync(cancellation);
            var volunteer = Volunteer.Open(opened, await FreshnessAsync(cancellation));
            volunteer.Stamp(revision);
            db.Add(volunteer);
            journal.Record("volunteer.opened", JournalKind, opened.Person.Value);
        },
        cancellation);

    /// <summary>Changes the dossier of a person; the journal keeps which part (<paramref name="what"/>) changed.</summary>
    /// <returns>False when the person has no dossier.</returns>
    public Task<bool> ChangeAsync(PersonId person, string what, Action<Volunteer> change, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var revision = await pool.NextAsync(cancellation);
            if (await Whole().SingleOrDefaultAsync(volunteer => volunteer.PersonId == person, cancellation) is not { } volunteer)
            {
                return false;
            }

            change(volunteer);
            volunteer.Stamp(revision);
            journal.Record($"volunteer.{what}", JournalKind, person.Value);
            return true;
        },
        cancellation);

    /// <summary>The same, by the person: proof that the dossier is in use.</summary>
    public Task<bool> ChangeMineAsync(PersonId person, string what, Action<Volunteer> change, CancellationToken cancellation) => ChangeAsync(
        person,
        what,
        volunteer =>
        {
            change(volunteer);
            volunteer.WasActive(clock.GetUtcNow());
        },
        cancellation);

    /// <summary>Erases the dossier; the commitments of the person are for their room to keep.</summary>
    public Task CloseAsync(PersonId person, string why, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var revision = await pool.NextAsync(cancellation);
            if (await db.Set<Volunteer>().Where(volunteer => volunteer.PersonId == person).ExecuteDeleteAsync(cancellation) > 0)
            {
                db.Add(new VolunteerDeparture { PersonId = person, Revision = revision });
                journal.Record("volunteer.closed", JournalKind, person.Value, why);
            }
        },
        cancellation);

    /// <summary>The rule of today; without one, skills do not expire.</summary>
    public async Task<SkillFreshness> FreshnessAsync(CancellationToken cancellation) =>
        (await rules.FindAsync<SkillFreshness>(SkillFreshness.RuleKind, "default", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation))?.Value
        ?? SkillFreshness.Unlimited;

    private IQueryable<Volunteer> Whole() => db.Set<Volunteer>()
        .Include(volunteer => volunteer.Skills)
        .Include(volunteer => volunteer.Zones)
        .Include(volunteer => volunteer.Spells)
        .Include(volunteer => volunteer.Titles)
        .Include(volunteer => volunteer.Agreements)
        .AsSplitQuery();
}
