using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Calendars;
using Relais.Commitments.Contracts;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>Calendar files: read, shown to their person, then held.</summary>
internal sealed class CalendarImports(RelaisDb db, CommitmentRows rows, CalendarReading reading, ShiftWords words, JournalWriter journal, TimeProvider clock)
{
    public async Task<CalendarAnswer> ReadAsync(CalendarUpload upload, CancellationToken cancellation)
    {
        var content = await ReadToLimitAsync(upload.Content, cancellation);
        var calendar = EmployerCalendar.Waiting(upload, content, clock.GetUtcNow());
        return await db.InTransactionAsync<CalendarAnswer>(
            async () =>
            {
                await rows.LockAsync(PartyKind.Person, upload.Person.Value, cancellation);
                var (prepared, fault) = await reading.PrepareAsync(calendar, cancellation);
                if (prepared is null)
                {
                    return new CalendarAnswer.Refused(fault!.Line, words.Tell(fault));
                }

                await Waiting(upload.Person).ExecuteDeleteAsync(cancellation);
                db.Add(calendar);
                return new CalendarAnswer.Read(calendar.Id, prepared.Report);
            },
            cancellation);
    }

    public async Task<CalendarAnswer?> FindAsync(PersonId person, EmployerImportId id, CancellationToken cancellation)
    {
        var calendar = await Waiting(person).AsNoTracking().SingleOrDefaultAsync(waiting => waiting.Id == id, cancellation);
        return calendar is not null && await reading.PrepareAsync(calendar, cancellation) is { Prepared: { } prepared }
            ? new CalendarAnswer.Read(id, prepared.Report)
            : null;
    }

    public Task<CalendarAnswer?> ApplyAsync(PersonId person, EmployerImportId id, CancellationToken cancellation) => db.InTransactionAsync<CalendarAnswer?>(
        async () =>
        {
            await rows.LockAsync(PartyKind.Person, person.Value, cancellation);
            var calendar = await Waiting(person).SingleOrDefaultAsync(waiting => waiting.Id == id, cancellation);
            if (calendar is null || await reading.PrepareAsync(calendar, cancellation) is not { Prepared: { } prepared })
            {
                return null;
            }

            await ReplaceAsync(prepared, calendar, cancellation);
            db.AddRange(prepared.Report.Shifts.Select(when => NewCommitment(calendar, when)));
            calendar.WasImported(clock.GetUtcNow());
            await db.Set<NoEmployer>().Where(declaration => declaration.PersonId == person).ExecuteDeleteAsync(cancellation);
            journal.Record("employer.calendar-imported", "person", person.Value, $"{prepared.Report.Shifts.Count} shifts");
            return new CalendarAnswer.Read(id, prepared.Report);
        },
        cancellation);

    public Task RemoveAsync(PersonId person, EmployerImportId id, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await TypedShifts.OfPerson(db, person).Where(shift => shift.Source == EmployerCalendar.Source && shift.SourceId == id.Value).ExecuteDeleteAsync(cancellation);
            if (await db.Set<EmployerCalendar>().Where(calendar => calendar.PersonId == person && calendar.Id == id).ExecuteDeleteAsync(cancellation) > 0)
            {
                journal.Record("employer.calendar-removed", "person", person.Value);
            }
        },
        cancellation);

    private IQueryable<EmployerCalendar> Waiting(PersonId person) =>
        db.Set<EmployerCalendar>().Where(calendar => calendar.PersonId == person && calendar.ImportedAt == null);

    /// <summary>Removes what the earlier versions told and this one tells anew; what stays of them is now of this one.</summary>
    private async Task ReplaceAsync(PreparedCalendar prepared, EmployerCalendar calendar, CancellationToken cancellation)
    {
        var replaced = prepared.Replaced.Select(shift => shift.Id).ToList();
        await db.Set<Commitment>().Where(shift => EF.Parameter(replaced).Contains(shift.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var earlier in prepared.EarlierVersions)
        {
            await TypedShifts.OfPerson(db, calendar.PersonId)
                .Where(shift => shift.Source == EmployerCalendar.Source && shift.SourceId == earlier.Value)
                .ExecuteUpdateAsync(shift => shift.SetProperty(kept => kept.SourceId, calendar.Id.Value), cancellation);
            await db.Set<EmployerCalendar>().Where(version => version.Id == earlier).ExecuteDeleteAsync(cancellation);
        }
    }

    private Commitment NewCommitment(EmployerCalendar calendar, Interval when) => new()
    {
        PartyKind = PartyKind.Person,
        PartyId = calendar.PersonId.Value,
        StartsAt = when.Start,
        EndsAt = when.End,
        WorkedMinutes = (int)when.Length.TotalMinutes,
        AtEmployer = true,
        Source = EmployerCalendar.Source,
        SourceId = calendar.Id.Value,
        TimeZone = calendar.TimeZone,
        HeldAt = clock.GetUtcNow(),
    };

    /// <summary>One byte past the limit is enough for the reader to refuse.</summary>
    private static async Task<byte[]> ReadToLimitAsync(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[CalendarReader.MostBytes + 1];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer[..length];
    }
}
