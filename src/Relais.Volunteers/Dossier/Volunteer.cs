using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Territory.Contracts;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.OnDuty;

namespace Relais.Volunteers.Dossier;

/// <summary>The professional dossier of a person. It changes through <see cref="Dossiers"/> alone, which dates each change.</summary>
internal sealed class Volunteer
{
    private readonly List<VolunteerSkill> _skills = [];
    private readonly List<VolunteerZone> _zones = [];
    private readonly List<VolunteerSpell> _spells = [];
    private readonly List<VolunteerTitle> _titles = [];
    private readonly List<VolunteerAgreement> _agreements = [];

    private Volunteer()
    {
    }

    public required PersonId PersonId { get; init; }

    public VolunteerStatus Status { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>For whom the person works; nothing where they did not say.</summary>
    public EmployerKind? EmployerKind { get; private set; }

    public Rpps? Rpps { get; private set; }

    public CommuneCode HomeCommune { get; private set; } = null!;

    /// <summary>The zone of the clocks on which the week, the spells and the quiet hours are read.</summary>
    public string TimeZone { get; private set; } = "";

    public int? TravelMinutes { get; private set; }

    public bool OnSite { get; private set; }

    public bool Remote { get; private set; }

    public bool OwnCar { get; private set; }

    public bool LodgingNeeded { get; private set; }

    public bool Nights { get; private set; }

    public int NoticeHours { get; private set; }

    public int? LongestStayDays { get; private set; }

    public Schemes Schemes { get; private set; }

    public WeekGrid Week { get; private set; } = WeekGrid.Empty;

    public bool IsOn { get; private set; }

    public DateOnly? PausedUntil { get; private set; }

    public int WeeklyLimit { get; private set; }

    /// <summary>The most days of reinforcement in a calendar year; nothing where the person set no number.</summary>
    public int? YearlyDays { get; private set; }

    /// <summary>With <see cref="OnDutyUntil"/>: said to be available now, until then. It counts no longer once the hour has come.</summary>
    public DateTimeOffset? OnDutySince { get; private set; }

    public DateTimeOffset? OnDutyUntil { get; private set; }

    public DateTimeOffset ConsentedAt { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    public DateTimeOffset LastActiveAt { get; private set; }

    /// <summary>When the person was told that the dossier will be erased for want of use.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }

    /// <summary>Since when it lies beside the dossier that its person keeps: nobody is asked through it.</summary>
    public DateTimeOffset? SetAsideAt { get; private set; }

    public long Revision { get; private set; }

    public IReadOnlyList<VolunteerSkill> Skills => _skills;

    public IReadOnlyList<VolunteerZone> Zones => _zones;

    public IReadOnlyList<VolunteerSpell> Spells => _spells;

    public IReadOnlyList<VolunteerTitle> Titles => _titles;

    public IReadOnlyList<VolunteerAgreement> Agreements => _agreements;

    public IReadOnlyList<Profession> Professions => [.. _skills.Select(skill => skill.Cell.Profession).Distinct()];

    public Reach Reach => new()
    {
        Home = HomeCommune,
        TravelMinutes = TravelMinutes,
        OnSite = OnSite,
        Remote = Remote,
        OwnCar = OwnCar,
        LodgingNeeded = LodgingNeeded,
        Schemes = Schemes,
        Zones = [.. _zones.Select(zone => zone.Zone)],
    };

    public Readiness Readiness => new()
    {
        Week = Week,
        Nights = Nights,
        NoticeHours = NoticeHours,
        LongestStayDays = LongestStayDays,
        Spells = [.. _spells.Where(spell => spell.RemovedAt is null).Select(spell => spell.Spell)],
    };

    public AskingPreferences Preferences => new() { IsOn = IsOn, PausedUntil = PausedUntil, WeeklyLimit = WeeklyLimit, YearlyDays = YearlyDays };

    public static Volunteer Open(NewVolunteer opened, SkillFreshness freshness)
    {
        var volunteer = new Volunteer
        {
            PersonId = opened.Person,
            ConsentedAt = opened.At,
            RegisteredAt = opened.At,
            LastActiveAt = opened.At,
        };
        volunteer.Practise(opened.Status, opened.Regime, opened.Rpps);
        volunteer._titles.AddRange(opened.Titles.Select(title => new VolunteerTitle(opened.Person, title)));
        volunteer.Master(opened.Skills, freshness);
        volunteer.GoTo(opened.Reach);
        volunteer.BeReady(opened.Readiness);
        volunteer.Prefer(opened.Preferences);
        volunteer.WorkFor(opened.EmployerKind);
        volunteer._agreements.AddRange(opened.Agreements.Select(agreement => new VolunteerAgreement(opened.Person, agreement)));
        return volunteer;
    }

    public void Practise(VolunteerStatus status, Regime regime, Rpps? rpps) => (Status, Regime, Rpps) = (status, regime, rpps);

    /// <summary>Replaces the skills. A profession that comes in is asked to be verified, one that goes takes its title along.</summary>
    public void Master(IReadOnlyCollection<Skill> skills, SkillFreshness freshness)
    {
        Sync(_skills, skills, known => known.Cell, skill => skill.Cell, skill => new VolunteerSkill(PersonId, skill.Cell), (known, skill) => known.Practise(skill, freshness));
        _titles.RemoveAll(title => !Professions.Contains(title.Profession));
        _titles.AddRange(Professions.Except(_titles.Select(title => title.Profession)).ToList()
            .Select(profession => new VolunteerTitle(PersonId, new Title(profession, LevelSuggestedBy(Status)))));
    }

    public void GoTo(Reach reach)
    {
        (HomeCommune, TimeZone, TravelMinutes) = (reach.Home, CommuneTimeZones.Of(reach.Home), reach.TravelMinutes);
        (OnSite, Remote, OwnCar, LodgingNeeded, Schemes) = (reach.OnSite, reach.Remote, reach.OwnCar, reach.LodgingNeeded, reach.Schemes);
        Sync(_zones, reach.Zones.Distinct(), known => known.Zone, zone => zone, zone => new VolunteerZone(PersonId, zone), (_, _) => { });
    }

    /// <summary>Says when; the dated spells are those given, apart from the ones already there.</summary>
    public void BeReady(Readiness readiness)
    {
        (Week, Nights, NoticeHours, LongestStayDays) = (readiness.Week, readiness.Nights, readiness.NoticeHours, readiness.LongestStayDays);
        AddMissing(readiness.Spells);
    }

    public void WorkFor(EmployerKind? kind) => EmployerKind = kind;

    public void Add(EmployerAgreement agreement) => _agreements.Add(new VolunteerAgreement(PersonId, agreement));

    public void RemoveAgreement(Guid agreement) => _agreements.RemoveAll(known => known.Id == agreement);

    public void Add(Spell spell) => _spells.Add(new VolunteerSpell(PersonId, spell));

    public void AddMissing(IEnumerable<Spell> spells)
    {
        foreach (var spell in spells.Where(spell => _spells.TrueForAll(known => known.RemovedAt is not null || known.Spell != spell)))
        {
            Add(spell);
        }
    }

    /// <summary>Takes a spell away; it stays a while, to undo.</summary>
    public void Remove(Guid spell, DateTimeOffset at)
    {
        if (_spells.Find(known => known.Id == spell) is { RemovedAt: null } found)
        {
            found.RemovedAt = at;
        }
    }

    /// <summary>Brings back a spell removed since.</summary>
    public void Restore(Guid spell, DateTimeOffset removedSince)
    {
        if (_spells.Find(known => known.Id == spell) is { } found && found.RemovedAt >= removedSince)
        {
            found.RemovedAt = null;
        }
    }

    /// <summary>A pause ends what was said of now.</summary>
    public void Prefer(AskingPreferences preferences)
    {
        (IsOn, PausedUntil, WeeklyLimit, YearlyDays) = (preferences.IsOn, preferences.PausedUntil, preferences.WeeklyLimit, preferences.YearlyDays);
        if (!IsOn || PausedUntil is not null)
        {
            GoOffDuty();
        }
    }

    /// <summary>Available now, until the end of the spell; it ends a pause.</summary>
    public void GoOnDuty(Interval during)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(during.Length, OnDutySpell.Longest, nameof(during));
        (IsOn, PausedUntil) = (true, null);
        (OnDutySince, OnDutyUntil) = (during.Start, during.End);
    }

    public void GoOffDuty() => (OnDutySince, OnDutyUntil) = (null, null);

    public void WasActive(DateTimeOffset at) => (LastActiveAt, WarnedAt) = (at, null);

    public void SetAside(DateTimeOffset at) => SetAsideAt ??= at;

    public void TakeUp() => SetAsideAt = null;

    public void WasWarned(DateTimeOffset at) => WarnedAt = at;

    internal void Stamp(long revision) => Revision = revision;

    private static CredentialLevel LevelSuggestedBy(VolunteerStatus status) => status switch
    {
        VolunteerStatus.Active => CredentialLevel.Active,
        VolunteerStatus.Other => CredentialLevel.Licensed,
        _ => CredentialLevel.Supervised,
    };

    private static void Sync<TKnown, TWanted, TKey>(
        List<TKnown> known,
        IEnumerable<TWanted> wanted,
        Func<TKnown, TKey> keyOfKnown,
        Func<TWanted, TKey> keyOfWanted,
        Func<TWanted, TKnown> create,
        Action<TKnown, TWanted> update)
        where TKey : notnull
    {
        var all = wanted.ToDictionary(keyOfWanted);
        known.RemoveAll(one => !all.ContainsKey(keyOfKnown(one)));
        foreach (var (key, one) in all)
        {
            var entry = known.Find(candidate => keyOfKnown(candidate).Equals(key));
            if (entry is null)
            {
                known.Add(entry = create(one));
            }

            update(entry, one);
        }
    }
}
