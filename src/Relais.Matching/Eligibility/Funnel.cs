namespace Relais.Matching.Eligibility;

/// <summary>How many people each rule stops; each person is counted once, at the first rule that stops them.</summary>
/// <param name="Known">Everybody in the index.</param>
/// <param name="Steps">One a rule, in order, also those that stop nobody.</param>
/// <param name="Survivors">Those whom no rule of the dossier stops, in no particular order.</param>
public sealed record Funnel(int Known, IReadOnlyList<FunnelStep> Steps, IReadOnlyList<Survivor> Survivors)
{
    /// <summary>
    /// Applies the rules of the dossier. Costs one look at each person of the cells: about three milliseconds for 15 000.
    /// </summary>
    public static Funnel Of(CandidateIndex index, NeedProfile need)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(need);
        var inProfession = index.CountPractising(need);
        var rules = ProfileRules.All;
        var stopped = new int[rules.Count];
        var survivors = new List<Survivor>();
        var skilled = 0;

        for (var rank = 0; rank <= need.Substitutes.Count; rank++)
        {
            foreach (var person in index.InCell(need.CellAt(rank)))
            {
                if (!person.Has(need.CellAt(rank), need.Day) || WasSeenBefore(person, need, rank))
                {
                    continue;
                }

                skilled++;
                var rule = FirstThatStops(rules, person, need);
                if (rule < rules.Count)
                {
                    stopped[rule]++;
                }
                else
                {
                    survivors.Add(new Survivor(
                        person, need.IsRemote ? null : need.MinutesFrom(person.Home), ProfileRules.IsDeclaredFree(person, need), ProfileRules.IsOnDuty(person, need), StandsIn(person, need)));
                }
            }
        }

        return new Funnel(
            index.Count,
            [
                new FunnelStep(ProfileRules.Profession, index.Count - inProfession),
                new FunnelStep(ProfileRules.Skill, inProfession - skilled),
                .. rules.Select((rule, order) => new FunnelStep(rule.Code, stopped[order])),
            ],
            survivors);
    }

    /// <summary>The first rule of the dossier that stops the person for the need; null when none does.</summary>
    public static string? WhyNot(Candidate person, NeedProfile need)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(need);
        if (!need.IsPractisedBy(person))
        {
            return ProfileRules.Profession;
        }

        if (Practice.Of(person, need) is null)
        {
            return ProfileRules.Skill;
        }

        var rule = FirstThatStops(ProfileRules.All, person, need);
        return rule < ProfileRules.All.Count ? ProfileRules.All[rule].Code : null;
    }

    /// <summary>The other practice with which the person would hold the post; nothing where it is the one asked for, or there is none.</summary>
    public static Substitute? StandsIn(Candidate person, NeedProfile need)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(need);
        return need.Substitutes.Count is 0 ? null : Practice.Of(person, need)?.StandsIn;
    }

    /// <summary>Who has several of the practices is counted at the first.</summary>
    private static bool WasSeenBefore(Candidate person, NeedProfile need, int rank)
    {
        for (var before = 0; before < rank; before++)
        {
            if (person.Has(need.CellAt(before), need.Day))
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstThatStops(IReadOnlyList<ProfileRule> rules, Candidate person, NeedProfile need)
    {
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (rules[rule].Stops(person, need))
            {
                return rule;
            }
        }

        return rules.Count;
    }
}

/// <param name="Code">The rule.</param>
/// <param name="Stopped">How many people it stops.</param>
public sealed record FunnelStep(string Code, int Stopped);

/// <param name="Person">Whom no rule of the dossier stops.</param>
/// <param name="Minutes">Estimated travel from home; null for work from home, infinite where no car goes.</param>
/// <param name="IsDeclaredFree">Said to be free during the whole shift.</param>
/// <param name="IsOnDuty">Says now to be available when the shift begins.</param>
/// <param name="StandsIn">The other practice with which the person would hold the post; nothing for who practises what is asked for.</param>
public readonly record struct Survivor(Candidate Person, float? Minutes, bool IsDeclaredFree, bool IsOnDuty = false, Substitute? StandsIn = null);
