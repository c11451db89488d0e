using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Pay;

/// <summary>What the hours of a held place are worth, by the terms that were shown before the yes.</summary>
internal sealed class PayOfPlaces(RelaisDb db, PayQuotes quotes, IVolunteers volunteers) : IPayingRoom
{
    private const string Euro = "EUR";

    public string Room => PlaceKeeper.Source;

    public async Task<Worth> WorthAsync(MissionOrigin origin, Interval when, int breakMinutes, CancellationToken cancellation)
    {
        var row = await db.Set<Assignment>().AsNoTracking().Where(assignment => assignment.Id == origin.Id)
            .Join(db.Set<Need>().AsNoTracking(), assignment => assignment.NeedId, need => need.Id, (assignment, need) => new { assignment.PersonId, need })
            .SingleAsync(cancellation);
        var person = (await volunteers.FindAsync([row.PersonId], cancellation)).GetValueOrDefault(row.PersonId);
        var quote = await quotes.QuoteAsync(
            row.need, when, breakMinutes, person?.Status ?? VolunteerStatus.Other, person?.Regime is not Regime.Liberal, cancellation);
        var payer = row.need.PayBasis is PayBasis.Requisition ? Payer.HealthInsurance : Payer.Facility;
        return quote switch
        {
            PayQuote.Amount amount => new Worth.Sum((int)amount.Cents, Euro, payer, amount.Reference, [.. amount.Lines.Select(line => new PaidTime(line.Minutes, line.HourlyCents))]),
            PayQuote.Unpaid => new Worth.Nothing(),
            _ => new Worth.NoPublishedRate(payer),
        };
    }
}
