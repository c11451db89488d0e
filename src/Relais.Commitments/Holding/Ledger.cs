using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Contracts;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>The one book in which the hours of every party are held.</summary>
internal sealed class Ledger(CommitmentRows rows, Judge judge, EmployerKnowledge employers, TimeProvider clock) : ICommitments
{
    public async Task<HoldAnswer> HoldAsync(HoldRequest request, CancellationToken cancellation)
    {
        await rows.LockAsync(request.Party, request.PartyId, cancellation);
        var answer = await judge.AnswerAsync(request, cancellation);
        if (answer is not HoldAnswer.Held allowed)
        {
            return answer;
        }

        var commitment = NewCommitment(request);
        return await rows.TryInsertAsync(commitment, request.Replaces, cancellation)
            ? allowed with { Id = commitment.Id }
            : await judge.RefuseOverlapAsync(request, cancellation);
    }

    public Task<HoldAnswer> CheckAsync(HoldRequest request, CancellationToken cancellation) => judge.AnswerAsync(request, cancellation);

    public Task ReleaseAsync(CommitmentId id, CancellationToken cancellation) => rows.ReleaseAsync(id, cancellation);

    public async Task<ILookup<Guid, HeldCommitment>> ListAsync(
        PartyKind party, IReadOnlyCollection<Guid> parties, Interval window, CancellationToken cancellation)
    {
        var held = await rows.Live(window)
            .Where(commitment => commitment.PartyKind == party && EF.Parameter(parties).Contains(commitment.PartyId))
            .OrderBy(commitment => commitment.StartsAt)
            .Select(commitment => new
            {
                commitment.Id, commitment.PartyId, commitment.StartsAt, commitment.EndsAt, commitment.WorkedMinutes, commitment.AtEmployer, commitment.Source, commitment.SourceId, commitment.TimeZone,
            })
            .ToListAsync(cancellation);
        return held.ToLookup(
            row => row.PartyId,
            row => new HeldCommitment(row.Id, row.PartyId, new Interval(row.StartsAt, row.EndsAt), row.WorkedMinutes, row.AtEmployer, row.Source, row.SourceId, row.TimeZone));
    }

    public Task<IReadOnlySet<Guid>> WithKnownEmployerHoursAsync(IReadOnlyCollection<Guid> persons, CancellationToken cancellation) =>
        employers.WhoseHoursAreKnownAsync(persons, clock.GetUtcNow(), cancellation);

    private Commitment NewCommitment(HoldRequest request) => new()
    {
        PartyKind = request.Party,
        PartyId = request.PartyId,
        StartsAt = request.When.Start,
        EndsAt = request.When.End,
        WorkedMinutes = request.AsDuty().WorkedMinutes,
        Source = request.Source,
        SourceId = request.SourceId,
        TimeZone = request.TimeZone,
        HeldAt = clock.GetUtcNow(),
    };
}
