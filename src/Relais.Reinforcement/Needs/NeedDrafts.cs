using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Api;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>Where an establishment lies, and what its clocks show.</summary>
internal sealed record NeedPlace(Finess Finess, string Name, CommuneCode Commune, TimeZoneInfo Zone);

/// <summary>Writes a need down before anybody is asked.</summary>
internal sealed class NeedDrafts(RelaisDb db, IFacilities facilities, ICommunes communes, ICurrentUser user, JournalWriter journal, TimeProvider clock)
{
    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<NeedPlace?> PlaceOfAsync(Finess finess, CancellationToken cancellation) =>
        await facilities.FindAsync(finess, cancellation) is { } facility
        && (await communes.GetAsync(cancellation)).Find(facility.Commune) is { } commune
            ? new NeedPlace(facility.Number, facility.Name, facility.Commune, TimeZoneInfo.FindSystemTimeZoneById(commune.TimeZone))
            : null;

    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<Need?> WriteAsync(Finess finess, NeedForm form, CancellationToken cancellation) =>
        await PlaceOfAsync(finess, cancellation) is { } place ? Write(place, form.ToBody(place)) : null;

    /// <returns>Nothing when the establishment is not known.</returns>
    public async Task<Need?> WriteAsync(NewNeedBody body, CancellationToken cancellation) =>
        await PlaceOfAsync(body.Finess!, cancellation) is { } place ? Write(place, body) : null;

    /// <summary>The need that would be written, kept nowhere yet.</summary>
    public Need Draft(NeedPlace place, NewNeedBody body)
    {
        var now = clock.GetUtcNow();
        return new Need
        {
            Finess = place.Finess,
            CommuneCode = place.Commune,
            Site = body.Site!,
            Cell = body.Cell!,
            Level = (int)body.Level,
            HeadCount = body.HeadCount,
            StartsAt = body.StartsAt!.Value,
            EndsAt = body.EndsAt!.Value,
            TimeZone = place.Zone.Id,
            BreakMinutes = body.BreakMinutes,
            Reason = body.Reason!,
            Urgency = Notice.UrgencyOf(body.StartsAt.Value - now),
            PayBasis = body.PayBasis,
            HourlyCents = body.HourlyCents,
            Lodging = body.Lodging,
            ContactName = body.ContactName!,
            ContactPhone = body.ContactPhone!,
            Instructions = body.Instructions ?? "",
            Filling = body.Filling,
            AcceptsSubstitutes = body.AcceptsSubstitutes,
            CreatedBy = user.IsSignedIn ? user.Account.Value : null,
            CreatedAt = now,
        };
    }

    private Need Write(NeedPlace place, NewNeedBody body)
    {
        var need = Draft(place, body);
        db.Add(need);
        journal.Record("need.drafted", "need", need.Id.Value);
        return need;
    }
}
