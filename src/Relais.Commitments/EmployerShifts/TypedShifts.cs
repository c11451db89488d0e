using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>Shifts that people type one by one.</summary>
internal sealed class TypedShifts(RelaisDb db, CommitmentRows rows, CountedPeriod period, ShiftWords words, JournalWriter journal, TimeProvider clock)
{
    public const string Source = "employer";

    public async Task<ShiftAnswer> AddAsync(NewEmployerShift shift, CancellationToken cancellation) =>
        RefuseHours(shift) ?? await db.InTransactionAsync(() => HoldAsync(shift, cancellation), cancellation);

    public Task RemoveAsync(PersonId person, CommitmentId id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await OfPerson(db, person).Where(shift => shift.Id == id).ExecuteDeleteAsync(cancellation) > 0)
            {
                journal.Record("employer.shift-removed", "person", person.Value);
            }
        },
        cancellation);

    /// <summary>Every shift of the person at their employer, typed or imported.</summary>
    public static IQueryable<Commitment> OfPerson(RelaisDb db, PersonId person) => db.Set<Commitment>()
        .Where(shift => shift.AtEmployer && shift.PartyKind == PartyKind.Person && shift.PartyId == person.Value && shift.ReleasedAt == null);

    private ShiftAnswer.Refused? RefuseHours(NewEmployerShift shift)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shift.TimeZone);
        var counted = period.Now();
        return shift.When.Length > ShiftPlan.LongestShift ? new ShiftAnswer.Refused("shift.length", words.TooLong())
            : shift.BreakMinutes < 0 || shift.BreakMinutes >= shift.When.Length.TotalMinutes ? new ShiftAnswer.Refused("shift.break", words.BreakTooLong())
            : !shift.When.Overlaps(counted) ? new ShiftAnswer.Refused("shift.period", words.OutOfPeriod(counted, zone))
            : null;
    }

    private async Task<ShiftAnswer> HoldAsync(NewEmployerShift shift, CancellationToken cancellation)
    {
        await rows.LockAsync(PartyKind.Person, shift.Person.Value, cancellation);
        var commitment = NewCommitment(shift);
        if (await rows.ListAsync(PartyKind.Person, shift.Person.Value, shift.When, cancellation) is [var standing, ..])
        {
            return Overlap(standing.AtEmployer, standing.When, shift);
        }

        if (!await rows.TryInsertAsync(commitment, replaced: null, cancellation))
        {
            return Overlap(atEmployer: true, shift.When, shift);
        }

        await db.Set<NoEmployer>().Where(declaration => declaration.PersonId == shift.Person).ExecuteDeleteAsync(cancellation);
        journal.Record("employer.shift-added", "person", shift.Person.Value);
        return new ShiftAnswer.Recorded(commitment.Id);
    }

    private ShiftAnswer.Refused Overlap(bool atEmployer, Interval standing, NewEmployerShift shift)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shift.TimeZone);
        return new ShiftAnswer.Refused("shift.overlap", atEmployer ? words.OverlapsShift(standing, zone) : words.OverlapsCommitment(standing, zone));
    }

    private Commitment NewCommitment(NewEmployerShift shift)
    {
        var id = CommitmentId.New();
        return new Commitment
        {
            Id = id,
            PartyKind = PartyKind.Person,
            PartyId = shift.Person.Value,
            StartsAt = shift.When.Start,
            EndsAt = shift.When.End,
            WorkedMinutes = (int)shift.When.Length.TotalMinutes - shift.BreakMinutes,
            AtEmployer = true,
            Source = Source,
            SourceId = id.Value,
            TimeZone = shift.TimeZone,
            HeldAt = clock.GetUtcNow(),
        };
    }
}
