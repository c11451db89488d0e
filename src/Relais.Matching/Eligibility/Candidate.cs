using System.Collections.Immutable;
using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>
/// A person as the rules see one: no name, no address, small enough to keep 100 000 in memory. Immutable; a change of the
/// dossier makes another one.
/// </summary>
public sealed record Candidate
{
    /// <summary>The person's id, as every room knows it.</summary>
    public required Guid Person { get; init; }

    /// <summary>What the person can do, by cell of the grid of professions and units.</summary>
    public required ImmutableArray<CandidateSkill> Skills { get; init; }

    /// <summary>What was verified of the person's right to practise, by profession.</summary>
    public ImmutableArray<CandidateTitle> Titles { get; init; } = [];

    /// <summary>The law that counts the person's hours.</summary>
    public required Regime Regime { get; init; }

    /// <summary>Rank of the commune of residence; −1 when it is not known.</summary>
    public required int Home { get; init; }

    /// <summary>The longest journey from home, in minutes; null when only <see cref="Zones"/> count.</summary>
    public int? TravelMinutes { get; init; }

    /// <summary>Sets of communes to which the person goes however far they are; shared between persons.</summary>
    public ImmutableArray<CommuneSet> Zones { get; init; } = [];

    /// <summary>Accepts to come on the spot.</summary>
    public bool OnSite { get; init; } = true;

    /// <summary>Accepts to help from home.</summary>
    public bool Remote { get; init; }

    /// <summary>The usual week: seven masks of 24 bits, Monday first, bit 0 the hour that begins at midnight.</summary>
    public ImmutableArray<int> Week { get; init; } = [];

    /// <summary>The zone on whose clocks <see cref="Week"/> is said.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Dated spells: free then, or not.</summary>
    public ImmutableArray<CandidateSpell> Spells { get; init; } = [];

    /// <summary>Accepts to work at night.</summary>
    public bool Nights { get; init; } = true;

    /// <summary>How long before a shift the person must be asked, in hours.</summary>
    public int NoticeHours { get; init; }

    /// <summary>Off: asked for nothing until switched on again.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The first day on which the person may be asked again.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>The most requests in a week, over all needs.</summary>
    public int WeeklyLimit { get; init; } = int.MaxValue;

    /// <summary>On which days the person may come, and on how many.</summary>
    public DayLimits Days { get; init; } = DayLimits.None;

    /// <summary>Said to be available at once, in this spell: for shifts that begin in it.</summary>
    public Interval? OnDuty { get; init; }

    internal bool Has(int cell, DateOnly day)
    {
        foreach (var skill in Skills)
        {
            if (skill.Cell == cell && (skill.ExpiresOn is null || day < skill.ExpiresOn))
            {
                return true;
            }
        }

        return false;
    }

    internal bool Practises(int profession)
    {
        foreach (var skill in Skills)
        {
            if (skill.Profession == profession)
            {
                return true;
            }
        }

        return false;
    }

    internal int LevelIn(int profession, DateOnly day)
    {
        foreach (var title in Titles)
        {
            if (title.Profession == profession && day < title.ValidUntil)
            {
                return title.Level;
            }
        }

        return 0;
    }
}

/// <param name="Cell">Rank of the profession and unit in the grid.</param>
/// <param name="Profession">Rank of the profession.</param>
/// <param name="Years">Whole years of practice there.</param>
/// <param name="ExpiresOn">The first day on which it no longer counts; null when it does not expire.</param>
public readonly record struct CandidateSkill(byte Cell, byte Profession, byte Years, DateOnly? ExpiresOn);

/// <param name="Profession">Rank of the profession.</param>
/// <param name="Level">1 to 4, the higher the more is known.</param>
/// <param name="ValidUntil">The first day on which the verification no longer counts.</param>
public readonly record struct CandidateTitle(byte Profession, byte Level, DateOnly ValidUntil);

/// <param name="When">The spell.</param>
/// <param name="IsFree">Free then, whatever the usual week says; else not to be asked, whatever else is said.</param>
public readonly record struct CandidateSpell(Interval When, bool IsFree);

/// <summary>A set of communes by rank, one bit each.</summary>
public sealed class CommuneSet(IEnumerable<int> communes, int count)
{
    private readonly ulong[] _bits = Fill(communes, count);

    /// <summary>Whether the commune of that rank belongs to the set.</summary>
    public bool Contains(int commune) => commune >= 0 && commune >> 6 < _bits.Length && ((_bits[commune >> 6] >> (commune & 63)) & 1) is 1;

    private static ulong[] Fill(IEnumerable<int> communes, int count)
    {
        var bits = new ulong[(count + 63) >> 6];
        foreach (var commune in communes)
        {
            bits[commune >> 6] |= 1UL << (commune & 63);
        }

        return bits;
    }
}
