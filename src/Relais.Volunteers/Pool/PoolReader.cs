using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Rules;
using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Territory.Contracts;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Pool;

/// <summary>What became of the pool since a revision.</summary>
internal sealed record PoolChanges(IReadOnlyCollection<Candidate> Changed, IReadOnlyCollection<Guid> Removed);

/// <summary>Reads the dossiers changed since a revision, in the shape of the rules: one query a table, whatever the number.</summary>
internal sealed class PoolReader(RelaisDb db, CommuneTable communes, ZoneSets zones)
{
    private static readonly Dictionary<Profession, byte> Ranks = Profession.All.Select((profession, rank) => (profession, rank)).ToDictionary(pair => pair.profession, pair => (byte)pair.rank);

    private readonly Dictionary<string, ImmutableArray<int>> _weeks = new(StringComparer.Ordinal);

    public async Task<PoolChanges> ReadAsync(long since, CancellationToken cancellation)
    {
        var needed = await AgreementRules.ReadAsync(new DatedRules(db), cancellation);
        var changed = db.Set<Volunteer>().AsNoTracking().Where(volunteer => volunteer.Revision > since);
        var rows = await changed
            .Select(v => new Row(
                v.PersonId.Value, v.Regime, v.HomeCommune.Value, v.TimeZone, v.TravelMinutes, v.OnSite, v.Remote, v.Week, v.Nights, v.NoticeHours, v.Schemes, v.IsOn, v.PausedUntil, v.WeeklyLimit, v.OnDutySince, v.OnDutyUntil, v.SetAsideAt != null, v.Status, v.EmployerKind, v.YearlyDays))
            .ToListAsync(cancellation);

        var skills = (await db.Set<VolunteerSkill>().AsNoTracking()
                .Join(changed, skill => skill.PersonId, volunteer => volunteer.PersonId, (skill, _) => skill)
                .Select(skill => new { skill.PersonId, skill.Cell, skill.Years, skill.ExpiresOn })
                .ToListAsync(cancellation))
            .ToLookup(skill => skill.PersonId.Value, skill => new CandidateSkill((byte)skill.Cell.Index, Ranks[skill.Cell.Profession], (byte)skill.Years, skill.ExpiresOn));
        var titles = (await db.Set<VolunteerTitle>().AsNoTracking()
                .Where(title => title.Level != null)
                .Join(changed, title => title.PersonId, volunteer => volunteer.PersonId, (title, _) => title)
                .Select(title => new { title.PersonId, title.Profession, title.Level, title.ValidUntil })
                .ToListAsync(cancellation))
            .ToLookup(title => title.PersonId.Value, title => new CandidateTitle(Ranks[title.Profession], (byte)title.Level!.Value, title.ValidUntil!.Value));
        var places = (await db.Set<VolunteerZone>().AsNoTracking()
                .Join(changed, zone => zone.PersonId, volunteer => volunteer.PersonId, (zone, _) => zone)
                .Select(zone => new { zone.PersonId, zone.Kind, zone.Code })
                .ToListAsync(cancellation))
            .ToLookup(zone => zone.PersonId.Value, zone => zones.Of(new Zone(zone.Kind, zone.Code)));
        var spells = (await db.Set<VolunteerSpell>().AsNoTracking()
                .Where(spell => spell.RemovedAt == null)
                .Join(changed, spell => spell.PersonId, volunteer => volunteer.PersonId, (spell, _) => spell)
                .Select(spell => new { spell.PersonId, spell.Kind, spell.StartsAt, spell.EndsAt })
                .ToListAsync(cancellation))
            .ToLookup(spell => spell.PersonId.Value, spell => new CandidateSpell(new Interval(spell.StartsAt, spell.EndsAt), spell.Kind is SpellKind.Available));
        var agreements = (await db.Set<VolunteerAgreement>().AsNoTracking()
                .Join(changed, agreement => agreement.PersonId, volunteer => volunteer.PersonId, (agreement, _) => agreement).ToListAsync(cancellation))
            .ToLookup(agreement => agreement.PersonId.Value, agreement => agreement.Shown);
        var departed = await db.Set<VolunteerDeparture>().AsNoTracking()
            .Where(departure => departure.Revision > since).Select(departure => departure.PersonId.Value).ToListAsync(cancellation);

        return new PoolChanges(
            [.. rows.Where(row => row.IsCandidate).Select(row => Show(row, [.. skills[row.Person]], [.. titles[row.Person]], [.. places[row.Person]], [.. spells[row.Person]]) with
            {
                Days = AgreementRules.Limits(needed.NeededBy(row.Status, row.EmployerKind), [.. agreements[row.Person]], row.YearlyDays),
            })],
            [.. rows.Where(row => !row.IsCandidate).Select(row => row.Person), .. departed]);
    }

    private Candidate Show(
        Row row, ImmutableArray<CandidateSkill> skills, ImmutableArray<CandidateTitle> titles, ImmutableArray<CommuneSet> places, ImmutableArray<CandidateSpell> spells) => new()
    {
        Person = row.Person,
        Skills = skills,
        Titles = titles,
        Regime = row.Regime,
        Home = communes.Find(Kernel.Identifiers.CommuneCode.Stored(row.Home))?.Index.Value ?? -1,
        TravelMinutes = row.TravelMinutes,
        Zones = places,
        OnSite = row.OnSite,
        Remote = row.Remote,
        Week = WeekOf(row.Week),
        Zone = TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone),
        Spells = spells,
        Nights = row.Nights,
        NoticeHours = row.NoticeHours,
        IsOn = row.IsOn,
        PausedUntil = row.PausedUntil,
        WeeklyLimit = row.WeeklyLimit,
        OnDuty = row is { OnDutySince: { } since, OnDutyUntil: { } until } ? new Interval(since, until) : null,
    };

    /// <summary>Many people have the same week: it is kept once.</summary>
    private ImmutableArray<int> WeekOf(WeekGrid week)
    {
        var key = week.ToString();
        if (!_weeks.TryGetValue(key, out var hours))
        {
            _weeks[key] = hours = [.. Enumerable.Range(0, WeekGrid.DaysInWeek).Select(week.HoursOf)];
        }

        return hours;
    }

    private sealed record Row(
        Guid Person,
        Regime Regime,
        string Home,
        string TimeZone,
        int? TravelMinutes,
        bool OnSite,
        bool Remote,
        WeekGrid Week,
        bool Nights,
        int NoticeHours,
        Schemes Schemes,
        bool IsOn,
        DateOnly? PausedUntil,
        int WeeklyLimit,
        DateTimeOffset? OnDutySince,
        DateTimeOffset? OnDutyUntil,
        bool IsSetAside,
        VolunteerStatus Status,
        EmployerKind? EmployerKind,
        int? YearlyDays)
    {
        public bool IsCandidate => Schemes.HasFlag(Schemes.Shifts) && !IsSetAside;
    }
}
