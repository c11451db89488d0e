using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Jobs;
using Relais.Registers.Contracts;
using Relais.Territory.Contracts;
using Relais.Territory.Facilities;

namespace Relais.Territory.Differences;

/// <summary>Each night: compare the establishments with the register, and ask a person to look at what differs. It changes none of them.</summary>
internal sealed record CompareFacilities : IJob
{
    public static string Kind => "compare-facilities-with-register";

    internal sealed class Handler(RelaisDb db, IRegisters registers, ICommunes communes, TimeProvider clock) : IJobHandler<CompareFacilities>, IRegisterWatch
    {
        private const int Batch = 500;

        public RegisterKind Register => RegisterKind.Finess;

        public string Address => DifferencesModel.Address;

        public Task<int> OpenAsync(CancellationToken cancellation) =>
            db.Set<FacilityDifference>().CountAsync(difference => difference.State == DifferenceState.Open, cancellation);

        public async Task HandleAsync(CompareFacilities job, CancellationToken cancellation)
        {
            if (await registers.StandingAsync(RegisterKind.Finess, cancellation) is not { } standing)
            {
                return;
            }

            var table = await communes.GetAsync(cancellation);
            var numbers = await db.Set<Facility>().OrderBy(facility => facility.Number).Select(facility => facility.Number).ToListAsync(cancellation);
            foreach (var batch in numbers.Chunk(Batch))
            {
                var comparison = new FacilityComparison(
                    standing.Vintage, await registers.FindAsync(batch, cancellation), await registers.HoldersAsync(batch, cancellation), table);
                await db.InTransactionAsync(() => NoteAsync(batch, comparison, cancellation), cancellation);
                db.ChangeTracker.Clear();
            }
        }

        private async Task NoteAsync(Finess[] batch, FacilityComparison comparison, CancellationToken cancellation)
        {
            await DifferenceTurn.WaitAsync(db, cancellation);
            var facilities = await db.Set<Facility>().AsNoTracking().Where(facility => batch.Contains(facility.Number)).ToListAsync(cancellation);
            var known = await db.Set<FacilityDifference>().Where(difference => batch.Contains(difference.Number)).ToDictionaryAsync(difference => difference.Number, cancellation);
            foreach (var facility in facilities)
            {
                Note(FacilityFacts.Of(facility), comparison.Said(facility), known.GetValueOrDefault(facility.Number), facility.Number, comparison.Vintage);
            }
        }

        private void Note(FacilityFacts ours, FacilityFacts theirs, FacilityDifference? before, Finess number, DateOnly vintage)
        {
            if (FacilityComparison.Between(ours, theirs).Count is 0)
            {
                // What was taken over agrees from then on, and can still be changed again.
                if (before is { State: not DifferenceState.Taken })
                {
                    db.Remove(before);
                }
            }
            else if (before is null)
            {
                db.Add(new FacilityDifference
                {
                    Number = number, Ours = ours, Theirs = theirs, IsOver = theirs.Presence is not Presence.Open, Vintage = vintage, FoundAt = clock.GetUtcNow(),
                });
            }
            else if (before.State is DifferenceState.Taken || before.Ours != ours || before.Theirs with { Since = theirs.Since } != theirs)
            {
                before.Reopen(ours, theirs, vintage, clock.GetUtcNow());
            }
        }
    }
}
