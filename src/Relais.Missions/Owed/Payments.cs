using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>What the establishment notes of the sums it owes, or signs for: paid, by when, how much, what besides.</summary>
internal sealed class Payments(RelaisDb db, PaymentTerms terms, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <param name="on">The day of payment; today at the place when none is given.</param>
    public Task<MissionResult> PayAsync(Finess finess, Guid due, DateOnly? on, CancellationToken cancellation) => ActAsync(
        finess, due, "due.paid",
        (sum, mission) =>
        {
            var today = mission.DayOf(clock.GetUtcNow());
            if (sum.Cents is null)
            {
                return new MissionResult.Refused("no_sum", t["Fixez d’abord la somme."]);
            }

            if (on is { } day && (day > today || day < mission.Day))
            {
                return new MissionResult.Refused("no_such_day", t["Le paiement a eu lieu entre le jour de la mission et aujourd’hui."]);
            }

            if (sum.PaidOn is null)
            {
                sum.Pay(on ?? today, clock.GetUtcNow());
            }

            return null;
        },
        cancellation);

    /// <summary>It was noted by mistake.</summary>
    public Task<MissionResult> TakeBackAsync(Finess finess, Guid due, CancellationToken cancellation) => ActAsync(
        finess, due, "due.payment-taken-back",
        (sum, _) =>
        {
            sum.TakePaymentBack();
            return null;
        },
        cancellation);

    /// <param name="cents">For hours without a published rate; what is set by a text or a contract stays.</param>
    public Task<MissionResult> StateAsync(Finess finess, Guid due, int? cents, string basis, DateOnly expectedOn, CancellationToken cancellation) => ActAsync(
        finess, due, "due.stated",
        (sum, _) =>
        {
            if (sum.PaidOn is not null)
            {
                return new MissionResult.Refused("paid", t["Cette somme est notée payée."]);
            }

            if (sum.Kind is DueKind.NoRate && cents is { } stated)
            {
                sum.State(stated, basis, expectedOn);
            }
            else if (sum.Cents is not null)
            {
                sum.Expect(expectedOn);
            }

            return null;
        },
        cancellation);

    public Task<MissionResult> AddAsync(Finess finess, MissionId id, string label, int cents, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.Finess == finess, cancellation) is not { } mission
                || !await db.Set<WorkedHours>().AnyAsync(hours => hours.MissionId == id && hours.AgreedAt != null, cancellation))
            {
                return new MissionResult.Unknown();
            }

            var due = new Due { MissionId = id, Kind = DueKind.Added, Label = label, Payer = Payer.Facility, Currency = Due.Euro, StatedAt = clock.GetUtcNow() };
            due.State(cents, "", await terms.ExpectedAsync(due.Payer, mission, cancellation));
            db.Add(due);
            journal.Record("due.added", "due", due.Id);
            await db.SaveChangesAsync(cancellation);
            return (MissionResult)new MissionResult.Done();
        },
        cancellation);

    private Task<MissionResult> ActAsync(Finess finess, Guid id, string action, Func<Due, Mission, MissionResult.Refused?> act, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<Due>().SingleOrDefaultAsync(due => due.Id == id, cancellation) is not { } due
                || await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == due.MissionId && known.Finess == finess, cancellation) is not { } mission)
            {
                return new MissionResult.Unknown();
            }

            if (act(due, mission) is { } refused)
            {
                return refused;
            }

            journal.Record(action, "due", id);
            await db.SaveChangesAsync(cancellation);
            return (MissionResult)new MissionResult.Done();
        },
        cancellation);
}
