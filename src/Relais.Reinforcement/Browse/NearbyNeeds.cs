using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Quotas;
using Relais.Reinforcement.Substitution;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Browse;

/// <summary>
/// The needs that look for somebody, seen from one person's home. A fixed number of queries whatever the number of needs:
/// the person comes from the index in memory, the rest is read at once.
/// </summary>
internal sealed class NearbyNeeds(
    RelaisDb db, IVolunteerPool pool, ICommunes communes, ICommitments commitments, ExclusionList exclusions, Substitutions substitutions, ReinforcementDays days, WeekBudget budget, RestCheck rest, TimeProvider clock)
{
    public const int MostShown = 40;

    private const int MostRead = 1000;

    /// <returns>Nothing for who has no dossier, or accepts no shift.</returns>
    public async Task<NearbyList?> ListAsync(PersonId person, NearbyFilter filter, int most, CancellationToken cancellation)
    {
        if ((await pool.GetAsync(cancellation)).Find(person.Value) is not { } self)
        {
            return null;
        }

        var until = clock.GetUtcNow().AddDays(filter.Days);
        var cells = ProfessionUnit.All.Where(cell => self.Skills.Any(skill => skill.Profession == cell.Profession.Index)).ToList();
        var others = (await substitutions.TableAsync(cancellation)).PostsFor(self.Skills.Select(skill => (int)skill.Cell).ToHashSet());
        var open = Open().Where(need => need.StartsAt < until);
        var needs = await open.Where(need => cells.Contains(need.Cell) || (need.AcceptsSubstitutes && others.Contains(need.Cell))).OrderBy(need => need.StartsAt).ThenBy(need => need.Id).Take(MostRead).ToListAsync(cancellation);
        var shown = (await JudgeAsync(self, needs, cancellation)).Where(need => !need.IsMine && filter.Shows(need))
            .OrderBy(need => DayOf(need.Need)).ThenBy(need => need.Minutes ?? int.MaxValue).ThenBy(need => need.Need.StartsAt)
            .ToLookup(need => need.WhyNot is null);
        return new NearbyList(
            [.. shown[true].Take(most)],
            [.. shown[false].Take(most)],
            await CountAroundAsync(self, open.Where(need => !cells.Contains(need.Cell) && !(need.AcceptsSubstitutes && others.Contains(need.Cell))), filter, cancellation),
            (await budget.AskedAsync([person], clock.GetUtcNow(), cancellation)).GetValueOrDefault(person) >= self.WeeklyLimit,
            needs.Count is MostRead || shown[true].Count() > most || shown[false].Count() > most);
    }

    /// <returns>Nothing when the need looks for nobody, or the person has no dossier.</returns>
    public async Task<NearbyNeed?> FindAsync(PersonId person, NeedId id, CancellationToken cancellation) =>
        (await pool.GetAsync(cancellation)).Find(person.Value) is { } self && await Open().SingleOrDefaultAsync(need => need.Id == id, cancellation) is { } need
            ? (await JudgeAsync(self, [need], cancellation))[0]
            : null;

    /// <summary>
    /// Open to everybody, that is after its first wave: before it, a manager may have picked somebody who is asked alone.
    /// </summary>
    private IQueryable<Need> Open()
    {
        var now = clock.GetUtcNow();
        return db.Set<Need>().AsNoTracking().Where(need =>
            need.State == NeedState.Open && need.Wave > 0 && (need.LateUntil ?? need.StartsAt) > now
            && need.HeadCount > db.Set<Assignment>().Count(held => held.NeedId == need.Id && held.ReleasedAt == null));
    }

    private async Task<IReadOnlyList<NearbyNeed>> JudgeAsync(Candidate self, IReadOnlyList<Need> needs, CancellationToken cancellation)
    {
        if (needs.Count is 0)
        {
            return [];
        }

        var person = new PersonId(self.Person);
        var ids = needs.Select(need => need.Id).ToList();
        var offers = await db.Set<Offer>().AsNoTracking().Where(offer => offer.PersonId == person && EF.Parameter(ids).Contains(offer.NeedId)).ToDictionaryAsync(offer => offer.NeedId, cancellation);
        var chances = new OwnChances(self, await communes.GetAsync(cancellation), await HeldAsync(self, needs, cancellation), await DaysAsync(self, needs, cancellation), await exclusions.OfAsync(person, cancellation), await substitutions.TableAsync(cancellation), rest, clock.GetUtcNow());
        return [.. needs.Select(need => chances.Judge(need, offers.GetValueOrDefault(need.Id)))];
    }

    private async Task<IReadOnlyList<Duty>> HeldAsync(Candidate self, IReadOnlyList<Need> needs, CancellationToken cancellation)
    {
        var windows = needs.Select(need => rest.WindowAround(self.Regime, new Interval(need.StartsAt, need.EndsAt), self.Zone)).ToList();
        var around = new Interval(windows.Min(window => window.Start).AddDays(-1), windows.Max(window => window.End).AddDays(1));
        var held = await commitments.ListAsync(PartyKind.Person, [self.Person], around, cancellation);
        return [.. held[self.Person].Select(commitment => commitment.AsDuty())];
    }

    private async Task<IReadOnlySet<DateOnly>> DaysAsync(Candidate self, IReadOnlyList<Need> needs, CancellationToken cancellation) =>
        (await days.OfAsync([(self.Person, self.Days)], needs.Min(DayOf), needs.Max(DayOf), cancellation))[self.Person].ToHashSet();

    private async Task<int> CountAroundAsync(Candidate self, IQueryable<Need> needs, NearbyFilter filter, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var byCommune = await needs.GroupBy(need => need.CommuneCode).Select(group => new { Commune = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return byCommune.Where(place => filter.IsAround(table.MinutesTo(place.Commune, self))).Sum(place => place.Count);
    }

    private static DateOnly DayOf(Need need) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone)).DateTime);
}
