using Relais.Commitments.Contracts;
using Relais.Commitments.Sentences;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>Whether a party may take the hours on top of those that the database says it is held to.</summary>
internal sealed class Judge(CommitmentRows rows, EmployerKnowledge employers, RestCheck law, RefusalWords words)
{
    public async Task<HoldAnswer> AnswerAsync(HoldRequest request, CancellationToken cancellation)
    {
        var question = await AskAsync(request, ahead: TimeSpan.Zero, cancellation);
        var verdict = law.Judge(question);
        if (verdict.IsAllowed)
        {
            return new HoldAnswer.Held(default, verdict.EmployerHoursUnknown);
        }

        // When the party is next free depends on what it is held to further on.
        var refusal = law.Judge(await AskAsync(request, RestCheck.Horizon, cancellation)).Refusal!;
        return new HoldAnswer.Refused(refusal, words.Explain(refusal, request));
    }

    /// <summary>The refusal of hours that the database refused although no rule did.</summary>
    public async Task<HoldAnswer> RefuseOverlapAsync(HoldRequest request, CancellationToken cancellation)
    {
        if (await AnswerAsync(request, cancellation) is HoldAnswer.Refused seen)
        {
            return seen;
        }

        var refusal = new RestRefusal("rest.overlap", FoundMinutes: 0, LimitMinutes: 0, Article: null, Conflicts: [], EarliestStart: null);
        return new HoldAnswer.Refused(refusal, words.Explain(refusal, request));
    }

    private async Task<RestQuestion> AskAsync(HoldRequest request, TimeSpan ahead, CancellationToken cancellation)
    {
        // A room or a doctor's surgery has no law of its own: like the self-employed, it is only kept from overlaps.
        var regime = request.Regime ?? Regime.Liberal;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZone);
        var window = law.WindowAround(regime, request.When, zone).Widened(TimeSpan.Zero, ahead);
        var held = await rows.ListAsync(request.Party, request.PartyId, window, cancellation);
        return new RestQuestion
        {
            Regime = regime,
            Asked = request.AsDuty(),
            Held = [.. held.Where(commitment => commitment.Id != request.Replaces).Select(commitment => commitment.ToDuty())],
            Zone = zone,
            KnownEmployerShifts = regime is Regime.Liberal || await employers.IsKnownAsync(request.PartyId, request.When.Start, cancellation),
        };
    }
}
