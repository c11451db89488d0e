using System.Collections.Immutable;

namespace Relais.Matching.Eligibility;

/// <summary>On which days somebody may come, and on how many. Immutable.</summary>
/// <param name="NeedsAgreement">The days on which the person may come only where an employer agreed to it; shared between persons.</param>
/// <param name="Agreements">What an employer agreed to.</param>
/// <param name="YearlyDays">The most days of reinforcement in a calendar year; nothing where the person set no number.</param>
public sealed record DayLimits(ImmutableArray<DaySpan> NeedsAgreement, ImmutableArray<CandidateAgreement> Agreements, int? YearlyDays)
{
    /// <summary>The code of the limit that the person set for a year.</summary>
    public const string Yearly = "yearly-quota";

    /// <summary>The code of the limit that the agreement of the employer sets for a month.</summary>
    public const string Monthly = "agreement-days";

    /// <summary>Any day, any number of them.</summary>
    public static DayLimits None { get; } = new([], [], YearlyDays: null);

    /// <summary>Whether some limit counts the days on which the person is held.</summary>
    public bool CountsDays => YearlyDays is not null || Agreements.Any(agreement => agreement.MonthlyDays is not null);

    /// <summary>Whether an agreement that the person needs is missing for that day.</summary>
    public bool LacksAgreement(DateOnly day) => Needs(day) && !Agreements.Any(agreement => agreement.When.Contains(day));

    /// <summary>The limit that one more day would break; nothing when none would.</summary>
    /// <param name="held">
    /// The days on which the person is held to reinforcement, each on the clocks of its place: a night counts for the day on which it
    /// begins, several shifts of a day count once.
    /// </param>
    /// <param name="day">The day asked about.</param>
    public string? WhyNot(IReadOnlySet<DateOnly> held, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(held);
        return !CountsDays || held.Contains(day) ? null
            : held.Count(other => other.Year == day.Year) >= YearlyDays ? Yearly
            : held.Count(other => (other.Year, other.Month) == (day.Year, day.Month)) >= MonthlyDaysOn(day) ? Monthly
            : null;
    }

    /// <summary>How many of these days may be given at most, those on which the person is held already included.</summary>
    public int MostOf(IReadOnlySet<DateOnly> held, IEnumerable<DateOnly> days)
    {
        // A month lies in one year, so that taking each day that fits gives as many as any other choice.
        var taken = new HashSet<DateOnly>(held);
        return days.Distinct().Order().Count(day =>
        {
            var fits = WhyNot(taken, day) is null;
            if (fits)
            {
                taken.Add(day);
            }

            return fits;
        });
    }

    /// <summary>By the widest agreement that covers the day; nothing where there is no number, or no agreement is needed.</summary>
    private int? MonthlyDaysOn(DateOnly day)
    {
        if (!Needs(day))
        {
            return null;
        }

        var covering = Agreements.Where(agreement => agreement.When.Contains(day)).ToList();
        return covering.Exists(agreement => agreement.MonthlyDays is null) ? null : covering.Max(agreement => agreement.MonthlyDays);
    }

    private bool Needs(DateOnly day)
    {
        foreach (var spell in NeedsAgreement)
        {
            if (spell.Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="First">The first day.</param>
/// <param name="End">The day after the last; nothing where there is no end.</param>
public readonly record struct DaySpan(DateOnly First, DateOnly? End)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(DateOnly day) => First <= day && (End is null || day < End);
}

/// <param name="When">The days to which the employer agreed.</param>
/// <param name="MonthlyDays">The most days of reinforcement in a calendar month; nothing where there is no number.</param>
public readonly record struct CandidateAgreement(DaySpan When, int? MonthlyDays);
