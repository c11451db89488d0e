using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Commitments.EmployerShifts;

/// <summary>What people tell of their hours at their own employer.</summary>
internal sealed class ShiftBook(
    RelaisDb db, TypedShifts typed, CalendarImports imports, EmployerKnowledge knowledge, CommitmentRows rows, ShiftWords words, JournalWriter journal, TimeProvider clock)
    : IEmployerShifts
{
    private const int MostShown = 1000;
    private static readonly TimeSpan ShownSince = TimeSpan.FromDays(7);

    public async Task<EmployerHours> ReadAsync(PersonId person, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = now - ShownSince;
        var told = await TypedShifts.OfPerson(db, person).AsNoTracking().OrderBy(shift => shift.StartsAt).ToListAsync(cancellation);
        var calendars = await db.Set<EmployerCalendar>().AsNoTracking()
            .Where(calendar => calendar.PersonId == person && calendar.ImportedAt != null)
            .OrderByDescending(calendar => calendar.ImportedAt)
            .Select(calendar => new { calendar.Id, calendar.FileName, calendar.ImportedAt })
            .ToListAsync(cancellation);
        var byCalendar = told.Where(shift => shift.Source == EmployerCalendar.Source).ToLookup(shift => EmployerImportId.From(shift.SourceId));
        return new EmployerHours(
            await knowledge.IsKnownAsync(person.Value, now, cancellation),
            await Declarations(person).AnyAsync(cancellation),
            [.. told.Where(shift => shift.EndsAt > since).Take(MostShown).Select(Show)],
            [.. calendars.Select(calendar => new EmployerImport(
                calendar.Id, calendar.FileName, calendar.ImportedAt!.Value, byCalendar[calendar.Id].Count(), byCalendar[calendar.Id].Max(shift => (DateTimeOffset?)shift.EndsAt)))]);
    }

    public Task<ShiftAnswer> AddAsync(NewEmployerShift shift, CancellationToken cancellation) => typed.AddAsync(shift, cancellation);

    public Task RemoveAsync(PersonId person, CommitmentId shift, CancellationToken cancellation) => typed.RemoveAsync(person, shift, cancellation);

    public Task<CalendarAnswer> ReadCalendarAsync(CalendarUpload upload, CancellationToken cancellation) => imports.ReadAsync(upload, cancellation);

    public Task<CalendarAnswer?> FindReadingAsync(PersonId person, EmployerImportId import, CancellationToken cancellation) =>
        imports.FindAsync(person, import, cancellation);

    public Task<CalendarAnswer?> ApplyAsync(PersonId person, EmployerImportId import, CancellationToken cancellation) =>
        imports.ApplyAsync(person, import, cancellation);

    public Task RemoveImportAsync(PersonId person, EmployerImportId import, CancellationToken cancellation) =>
        imports.RemoveAsync(person, import, cancellation);

    public Task<string?> DeclareNoEmployerAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await rows.LockAsync(PartyKind.Person, person.Value, cancellation);
            var now = clock.GetUtcNow();
            if (await TypedShifts.OfPerson(db, person).AnyAsync(shift => shift.EndsAt > now, cancellation))
            {
                return words.StillEmployed();
            }

            if (!await Declarations(person).AnyAsync(cancellation))
            {
                db.Add(new NoEmployer { PersonId = person, DeclaredAt = now });
                journal.Record("employer.none-declared", "person", person.Value);
            }

            return null;
        },
        cancellation);

    public Task WithdrawNoEmployerAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await Declarations(person).ExecuteDeleteAsync(cancellation) > 0)
            {
                journal.Record("employer.none-withdrawn", "person", person.Value);
            }
        },
        cancellation);

    public Task ForgetAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await TypedShifts.OfPerson(db, person).ExecuteDeleteAsync(cancellation);
            await db.Set<EmployerCalendar>().Where(calendar => calendar.PersonId == person).ExecuteDeleteAsync(cancellation);
            await Declarations(person).ExecuteDeleteAsync(cancellation);
            journal.Record("employer.forgotten", "person", person.Value);
        },
        cancellation);

    private IQueryable<NoEmployer> Declarations(PersonId person) => db.Set<NoEmployer>().Where(declaration => declaration.PersonId == person);

    private static EmployerShift Show(Commitment shift) => new(
        shift.Id, shift.When, shift.WorkedMinutes, shift.TimeZone, shift.Source == EmployerCalendar.Source ? EmployerImportId.From(shift.SourceId) : null);
}
