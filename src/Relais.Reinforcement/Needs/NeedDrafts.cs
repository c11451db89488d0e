using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>Writes a need down before anybody is asked.</summary>
internal sealed class NeedDrafts(RelaisDb db, IFacilities facilities, ICommunes communes, ICurrentUser user, JournalWriter journal, TimeProvider clock)
{
    private static readonly TimeSpan Immediate = TimeSpan.FromHours(12);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    /// <summary>The zone of the clocks of an establishment.</summary>
    public async Task<TimeZoneInfo?> ZoneOfAsync(Finess finess, CancellationToken cancellation) =>
        await facilities.FindAsync(finess, cancellation) is { } facility
        && (await communes.GetAsync(cancellation)).Find(facility.Commune) is { } commune
            ? TimeZoneInfo.FindSystemTimeZoneById(commune.TimeZone)
            : null;

    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<Need?> WriteAsync(Finess finess, NeedForm form, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility || await ZoneOfAsync(finess, cancellation) is not { } zone)
        {
            return null;
        }

        var shift = ShiftTime.From(form.Day!.Value, form.Starts!.Value, form.Ends!.Value, zone);
        var now = clock.GetUtcNow();
        var need = new Need
        {
            Finess = finess,
            CommuneCode = facility.Commune,
            Site = form.Site!,
            Cell = ProfessionUnit.Find(form.Cell)!,
            Level = (int)form.Level,
            HeadCount = form.HeadCount!.Value,
            StartsAt = shift.StartsAt,
            EndsAt = shift.EndsAt,
            TimeZone = zone.Id,
            BreakMinutes = form.BreakMinutes!.Value,
            Reason = form.Reason!,
            Urgency = shift.StartsAt - now <= Immediate ? Urgency.Immediate : shift.StartsAt - now <= Soon ? Urgency.Soon : Urgency.Planned,
            PayBasis = form.PayBasis,
            HourlyCents = form.HourlyCents,
            Lodging = form.Lodging,
            ContactName = form.ContactName!,
            ContactPhone = form.ContactPhone!,
            Instructions = form.Instructions ?? "",
            Filling = form.Filling,
            CreatedBy = user.IsSignedIn ? user.Account.Value : null,
            CreatedAt = now,
        };
        db.Add(need);
        journal.Record("need.drafted", "need", need.Id.Value);
        return need;
    }
}
