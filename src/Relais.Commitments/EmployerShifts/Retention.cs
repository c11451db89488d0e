using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Commitments.EmployerShifts;

/// <summary>Forgets the shifts at an employer that no rule counts any more.</summary>
internal sealed class EmployerShiftRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "commitments.employer-shifts";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<Commitment>().Where(shift => shift.AtEmployer && shift.EndsAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}

/// <summary>Forgets the calendars that were read and never imported.</summary>
internal sealed class WaitingCalendarRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "commitments.waiting-calendars";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<EmployerCalendar>().Where(calendar => calendar.ImportedAt == null && calendar.ReadAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}
