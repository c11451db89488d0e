using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Calendars;
using Relais.Commitments.Contracts;
using Relais.Commitments.Holding;
using Relais.Kernel.Data;
using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>What importing a calendar does, before it is done.</summary>
/// <param name="Replaced">Shifts of its earlier versions that go.</param>
internal sealed record PreparedCalendar(CalendarReport Report, IReadOnlyList<EmployerImportId> EarlierVersions, IReadOnlyList<Commitment> Replaced);

/// <summary>Reads a waiting calendar against what its person is held to now.</summary>
internal sealed class CalendarReading(RelaisDb db, CommitmentRows rows, CountedPeriod counted, ShiftWords words, TimeProvider clock)
{
    private const int LongestTitle = 80;

    public async Task<(PreparedCalendar? Prepared, CalendarFault? Fault)> PrepareAsync(EmployerCalendar calendar, CancellationToken cancellation)
    {
        var period = counted.Now();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var (occurrences, fault) = CalendarReader.Read(calendar.Content, zone, period);
        if (occurrences is null)
        {
            return (null, fault);
        }

        var held = await rows.ListAsync(PartyKind.Person, calendar.PersonId.Value, period.Widened(ShiftPlan.LongestShift, ShiftPlan.LongestShift), cancellation);
        var earlier = await EarlierVersionsAsync(calendar, cancellation);
        var replaced = held.Where(shift => shift.Source == EmployerCalendar.Source && earlier.Contains(EmployerImportId.From(shift.SourceId)))
            .Where(shift => shift.EndsAt > ToldAnewFrom(occurrences))
            .ToList();
        var plan = ShiftPlan.Make(occurrences.Found, [.. held.Except(replaced)], calendar.WholeDaysWork);
        return (new PreparedCalendar(Report(calendar, period, plan, occurrences, replaced.Count, zone), earlier, replaced), null);
    }

    /// <summary>A new version speaks for all that is to come, and for the past from its first hour on.</summary>
    private DateTimeOffset ToldAnewFrom(Occurrences occurrences)
    {
        var first = occurrences.Found.Select(occurrence => occurrence.Start).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return first < clock.GetUtcNow() ? first : clock.GetUtcNow();
    }

    private async Task<List<EmployerImportId>> EarlierVersionsAsync(EmployerCalendar calendar, CancellationToken cancellation)
    {
        var imported = await db.Set<EmployerCalendar>().AsNoTracking()
            .Where(other => other.PersonId == calendar.PersonId && other.ImportedAt != null)
            .ToListAsync(cancellation);
        return [.. imported.Where(calendar.Continues).Select(other => other.Id)];
    }

    private CalendarReport Report(EmployerCalendar calendar, Interval period, ShiftPlan plan, Occurrences occurrences, int replaced, TimeZoneInfo zone) => new()
    {
        FileName = calendar.FileName,
        Period = period,
        Shifts = plan.Shifts,
        LeftOut = [.. plan.LeftOut.Select(one => new LeftOutEvent(TitleOf(one), one.Occurrence.Event.Line, one.Occurrence.When, words.Tell(one, zone)))],
        Joined = plan.Joined,
        Cancelled = occurrences.Cancelled,
        OutsidePeriod = occurrences.Outside,
        Replaced = replaced,
    };

    private string TitleOf(LeftOut leftOut) => leftOut.Occurrence.Event.Title.Trim() switch
    {
        "" => words.Untitled(),
        { Length: > LongestTitle } title => $"{title[..LongestTitle]}…",
        var title => title,
    };
}
