using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Time;
using Relais.Reinforcement.Api;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>Writes a need down before anybody is asked.</summary>
internal sealed class NeedDrafts(RelaisDb db, IFacilities facilities, ICommunes communes, ICurrentUser user, JournalWriter journal, TimeProvider clock)
{
    /// <summary>The zone of the clocks of an establishment.</summary>
    public async Task<TimeZoneInfo?> ZoneOfAsync(Finess finess, CancellationToken cancellation) =>
        await facilities.FindAsync(finess, cancellation) is { } facility
        && (await communes.GetAsync(cancellation)).Find(facility.Commune) is { } commune
            ? TimeZoneInfo.FindSystemTimeZoneById(commune.TimeZone)
            : null;

    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<Need?> WriteAsync(Finess finess, NeedForm form, CancellationToken cancellation)
    {
        if (await ZoneOfAsync(finess, cancellation) is not { } zone)
        {
            return null;
        }

        var shift = ShiftTime.From(form.Day!.Value, form.Starts!.Value, form.Ends!.Value, zone);
        return await WriteAsync(
            new NewNeedBody
            {
                Finess = finess,
                Cell = ProfessionUnit.Find(form.Cell),
                Level = form.Level,
                HeadCount = form.HeadCount!.Value,
                StartsAt = shift.StartsAt,
                EndsAt = shift.EndsAt,
                BreakMinutes = form.BreakMinutes!.Value,
                Reason = form.Reason,
                Site = form.Site,
                PayBasis = form.PayBasis,
                HourlyCents = form.HourlyCents,
                Lodging = form.Lodging,
                ContactName = form.ContactName,
                ContactPhone = form.ContactPhone,
                Instructions = form.Instructions,
                Filling = form.Filling,
            },
            cancellation);
    }

    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<Need?> WriteAsync(NewNeedBody body, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(body.Finess!, cancellation) is not { } facility || await ZoneOfAsync(body.Finess!, cancellation) is not { } zone)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var notice = body.StartsAt!.Value - now;
        var need = new Need
        {
            Finess = facility.Number,
            CommuneCode = facility.Commune,
            Site = body.Site!,
            Cell = body.Cell!,
            Level = (int)body.Level,
            HeadCount = body.HeadCount,
            StartsAt = body.StartsAt.Value,
            EndsAt = body.EndsAt!.Value,
            TimeZone = zone.Id,
            BreakMinutes = body.BreakMinutes,
            Reason = body.Reason!,
            Urgency = Notice.UrgencyOf(notice),
            PayBasis = body.PayBasis,
            HourlyCents = body.HourlyCents,
            Lodging = body.Lodging,
            ContactName = body.ContactName!,
            ContactPhone = body.ContactPhone!,
            Instructions = body.Instructions ?? "",
            Filling = body.Filling,
            CreatedBy = user.IsSignedIn ? user.Account.Value : null,
            CreatedAt = now,
        };
        db.Add(need);
        journal.Record("need.drafted", "need", need.Id.Value);
        return need;
    }
}
