using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Preview;

namespace Relais.Reinforcement.Waves;

/// <summary>
/// Asks the one person whom a manager picked among the anonymous profiles. The same rules hold as in a wave; on a draft
/// the others are asked only later, if the place is still free.
/// </summary>
internal sealed class DirectAsk(
    RelaisDb db, CandidateSearch search, WavePaces paces, PlaceKeeper places, Asking asking, NeedLife life, ProfileReferences references, Words t)
{
    public const string Reason = "picked";

    /// <param name="id">The need, a draft or open.</param>
    /// <param name="reference">What the card of the profile was sealed with.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<NeedResult> AskAsync(NeedId id, string? reference, CancellationToken cancellation)
    {
        if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } seen)
        {
            return new NeedResult.Unknown();
        }

        var found = references.Read(id, reference) is { } person
            ? (await search.SearchAsync(seen, cancellation)).Askable.FirstOrDefault(askable => askable.Survivor.Person.Person == person.Value)
            : null;
        if (found is null || seen.State is not (NeedState.Draft or NeedState.Open))
        {
            return Gone();
        }

        var pause = TimeSpan.FromMinutes((await paces.OfAsync(seen, cancellation)).MinutesBetween);
        return await db.InTransactionAsync(
            async () =>
            {
                await places.LockAsync(id, cancellation);
                var published = await life.PublishAsync(id, cancellation, firstWaveIn: pause);
                if (published is not NeedResult.Done { Need: var need })
                {
                    return published;
                }

                var picked = PersonToAsk.From(found);
                var asked = await asking.AskAsync(need, need.Wave, [picked with { Reasons = [Reason, .. picked.Reasons] }], cancellation);
                return asked.Count > 0 ? published : Gone();
            },
            cancellation);
    }

    private NeedResult Gone() => new NeedResult.Refused("not_askable", t["Cette personne ne peut plus être prévenue : choisissez-en une autre."]);
}
