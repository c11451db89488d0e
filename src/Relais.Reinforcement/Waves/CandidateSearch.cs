using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Matching.Waves;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Quotas;
using Relais.Reinforcement.Substitution;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Waves;

/// <summary>Who could be asked about a need now, and what stops the others.</summary>
/// <param name="Known">Everybody who has a dossier.</param>
/// <param name="Steps">What stops those who are not to be asked.</param>
/// <param name="Askable">Those whom nothing stops, in no order until <see cref="CandidateSearch.InOrderAsync"/> gives them one.</param>
/// <param name="QuietUntil">When the first of those whom only their quiet hours stop may be asked; nothing when there is nobody.</param>
internal sealed record SearchResult(int Known, IReadOnlyList<FunnelStep> Steps, IReadOnlyList<Askable> Askable, DateTimeOffset? QuietUntil);

/// <summary>
/// The rules of the dossier run on the index in memory; what changes from one minute to the next is read for those who
/// are left. The same rules serve the preview, the waves and the explanations.
/// </summary>
internal sealed class CandidateSearch(
    RelaisDb db, IVolunteerPool pool, IOwnPools ownPools, ExclusionList exclusions, Substitutions substitutions, ICommunes communes, ICommitments commitments, IQuietHours quietHours, ReinforcementDays reinforcementDays, WeekBudget budget, RestCheck rest, TimeProvider clock)
{
    private static readonly TimeSpan Recently = TimeSpan.FromDays(28);

    /// <param name="need">The need.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="evenQuiet">Those in their quiet hours too: for who asks them when these are over.</param>
    public async Task<SearchResult> SearchAsync(Need need, CancellationToken cancellation, bool evenQuiet = false)
    {
        var profile = need.ForMany(await communes.GetAsync(cancellation), await exclusions.AtAsync(need.Finess, cancellation), await substitutions.TableAsync(cancellation), clock.GetUtcNow());
        var funnel = Funnel.Of(await pool.GetAsync(cancellation), profile);
        var survivors = funnel.Survivors;
        var persons = survivors.Select(survivor => new PersonId(survivor.Person.Person)).ToList();

        var known = await StandingAsync(need, cancellation);
        var held = await HeldAsync(profile, survivors, cancellation);
        var week = await budget.AskedAsync(persons, clock.GetUtcNow(), cancellation);
        var quiet = evenQuiet ? new Dictionary<PersonId, DateTimeOffset>()
            : await quietHours.EndAsync(persons, profile.Now, isUrgent: need.UrgencyAt(profile.Now) is Urgency.Immediate, cancellation);
        var own = await OwnPoolAsync(need, profile.Now, cancellation);
        var days = await reinforcementDays.OfAsync(survivors.Select(survivor => (survivor.Person.Person, survivor.Person.Days)), profile.Day, profile.Day, cancellation);
        var worked = need.WorkedMinutesOf(profile.When);

        var stopped = new Dictionary<string, int>(StringComparer.Ordinal);
        var askable = new List<Askable>(survivors.Count);
        DateTimeOffset? quietUntil = null;
        foreach (var survivor in survivors)
        {
            var person = new PersonId(survivor.Person.Person);
            var isStandby = known.TryGetValue(person, out var state) && state is OfferState.Standby;
            DateTimeOffset? morning = quiet.TryGetValue(person, out var end) ? end : null;
            var now = new PersonNow(
                held[survivor.Person.Person].ToList(), EmployerHoursKnown: false, known.ContainsKey(person) && !isStandby, week.GetValueOrDefault(person), morning, days[survivor.Person.Person].ToHashSet());
            if (AskingRules.WhyNot(survivor, now, profile, worked, rest) is { } rule)
            {
                stopped[rule] = stopped.GetValueOrDefault(rule) + 1;
                quietUntil = rule is "quiet-hours" && !(quietUntil < morning) ? morning : quietUntil;
            }
            else
            {
                askable.Add(new Askable(survivor, AskedRecently: 0, own.Contains(person) ? 0 : Pool(survivor), isStandby));
            }
        }

        return new SearchResult(
            funnel.Known,
            [.. funnel.Steps, .. AskingRules.Codes.Select(code => new FunnelStep(code, stopped.GetValueOrDefault(code)))],
            askable,
            quietUntil);
    }

    /// <summary>The same, those to ask first at the front: the order counts the requests of the last weeks.</summary>
    public async Task<SearchResult> InOrderAsync(SearchResult found, CancellationToken cancellation)
    {
        var recently = await AskedRecentlyAsync([.. found.Askable.Select(one => new PersonId(one.Survivor.Person.Person))], cancellation);
        return found with
        {
            Askable = [.. found.Askable.Select(one => one with { AskedRecently = recently.GetValueOrDefault(new PersonId(one.Survivor.Person.Person)) }).Order(WaveOrder.Instance)],
        };
    }

    /// <summary>What became of the offers already made about this need, but for those whose question ended unanswered.</summary>
    private Task<Dictionary<PersonId, OfferState>> StandingAsync(Need need, CancellationToken cancellation) =>
        db.Set<Offer>().AsNoTracking()
            .Where(offer => offer.NeedId == need.Id && !(offer.AnsweredAt == null && (offer.Outcome == OfferOutcome.Filled || offer.Outcome == OfferOutcome.Lapsed || offer.Outcome == OfferOutcome.NotChosen)))
            .ToDictionaryAsync(offer => offer.PersonId, offer => offer.State, cancellation);

    private async Task<ILookup<Guid, Duty>> HeldAsync(NeedProfile profile, IReadOnlyList<Survivor> survivors, CancellationToken cancellation)
    {
        if (survivors.Count is 0)
        {
            return Array.Empty<Duty>().ToLookup(_ => Guid.Empty);
        }

        var window = survivors.Select(survivor => survivor.Person.Regime).Distinct().Select(regime => rest.WindowAround(regime, profile.When, profile.Zone)).MaxBy(span => span.Length);
        var held = await commitments.ListAsync(PartyKind.Person, [.. survivors.Select(survivor => survivor.Person.Person)], window, cancellation);
        return held.SelectMany(group => group).ToLookup(commitment => commitment.PartyId, commitment => commitment.AsDuty());
    }

    /// <summary>Requests of the last four weeks, over all needs; those not asked are absent.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> AskedRecentlyAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Recently;
        return await db.Set<Offer>().AsNoTracking().Where(offer => offer.SentAt >= since && !offer.CameForward && EF.Parameter(persons).Contains(offer.PersonId))
            .GroupBy(offer => offer.PersonId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    /// <summary>Those whom the establishment named and who agreed, and those who came before: they know the place, and it knows them.</summary>
    private async Task<HashSet<PersonId>> OwnPoolAsync(Need need, DateTimeOffset now, CancellationToken cancellation) =>
    [
        .. await db.Set<Assignment>().AsNoTracking()
            .Where(held => held.ReleasedAt == null && held.SettledAt != null)
            .Join(db.Set<Need>().Where(past => past.Finess == need.Finess && past.EndsAt < now), held => held.NeedId, past => past.Id, (held, past) => held.PersonId)
            .Distinct().ToListAsync(cancellation),
        .. await ownPools.AgreedAsync(need.Finess, cancellation),
    ];

    /// <summary>The neighbourhood first, then the region, then those who come from afar.</summary>
    private static int Pool(Survivor survivor) => survivor.Minutes switch
    {
        null => 1,
        <= 45 => 1,
        <= 120 => 2,
        _ => 3,
    };
}
