using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;

namespace Relais.Matching.Explaining;

/// <summary>
/// Looks for what would fill an open post: of each kind the smallest change, with the person whom it concerns. Legal limits are
/// never what changes: a rest or a week that is too short is met by a shorter shift.
/// </summary>
internal sealed class RemedySearch(ShiftInstance instance, ProfessionBuckets buckets, PlanState plan, PairTable pairs)
{
    /// <summary>A post shortened by more would be another post.</summary>
    private const int MostShortening = 120;

    private readonly int[] _start = instance.Shifts.Start;
    private readonly int[] _end = instance.Shifts.End;
    private readonly SortedDictionary<RemedyKind, Remedy> _least = [];

    /// <summary>At most one of each kind, in the order of the kinds; none where no single change is enough.</summary>
    public IReadOnlyList<Remedy> Of(int shift)
    {
        _least.Clear();
        var (latitude, longitude) = (instance.Shifts.Latitude[shift], instance.Shifts.Longitude[shift]);
        var (x, y, z) = ProfessionBuckets.UnitVector(latitude, longitude);
        var cosine = Math.Cos(latitude);
        foreach (var substitution in instance.Substitutes[instance.Shifts.Profession[shift]])
        {
            for (var place = buckets.Begin[substitution.Profession]; place < buckets.Begin[substitution.Profession + 1]; place++)
            {
                var volunteer = buckets.Volunteer[place];
                var (hasSkill, isFree) = (PairRules.HasSkill(instance, volunteer, shift), PairRules.IsFree(instance, volunteer, shift));
                var isFar = (buckets.X[place] * x) + (buckets.Y[place] * y) + (buckets.Z[place] * z) < buckets.Least[place];
                if ((hasSkill || isFree) && (!isFar || (hasSkill && isFree)))
                {
                    Consider(volunteer, shift, hasSkill, isFree, PairRules.Kilometres(instance, volunteer, shift, buckets.CosLatitude[volunteer], cosine) - instance.Volunteers.MaxKilometres[volunteer]);
                }
            }
        }

        return [.. _least.Values];
    }

    private void Consider(int volunteer, int shift, bool hasSkill, bool isFree, int excess)
    {
        var isNear = excess <= 0;
        if ((hasSkill ? 0 : 1) + (isNear ? 0 : 1) + (isFree ? 0 : 1) > 1 || plan.Holds(volunteer, shift))
        {
            return;
        }

        var held = Array.ConvertAll(plan.Held(volunteer).ToArray(), pair => pairs.Shift[pair]);
        var gaps = new Gaps(this, volunteer, shift, held);
        if (hasSkill && isNear && isFree)
        {
            Note(gaps is { Number: 1, IsOnTime: true }, RemedyKind.Shifts, volunteer, 1);
            Shorten(gaps, volunteer, shift, late: 0, early: 0);
            return;
        }

        Note(!hasSkill && gaps.IsNone, RemedyKind.Skill, volunteer, 1);
        Note(!isNear && gaps.IsNone, RemedyKind.Kilometres, volunteer, excess);
        if (!isFree)
        {
            var (late, early, isAlone) = Missing(volunteer, shift);
            Note(gaps.IsNone && isAlone, RemedyKind.Hours, volunteer, late + early);
            Shorten(gaps, volunteer, shift, late, early);
        }
    }

    /// <summary>Cutting one end has to mend all that is in the way.</summary>
    private void Shorten(Gaps gaps, int volunteer, int shift, int late, int early)
    {
        var (later, earlier) = (Math.Max(late, gaps.Before), Math.Max(early, gaps.After));
        var by = Math.Max(Math.Max(later, earlier), gaps.Minutes);
        if (gaps.Number > 0 || by > MostShortening || by >= _end[shift] - _start[shift])
        {
            return;
        }

        // Begun in another week, or later in the seven days, the minutes would count among others.
        var counts = (_start[shift] + by) / PlanningRules.Week == _start[shift] / PlanningRules.Week && !(instance.Rules.IsSliding && gaps.Minutes > 0);
        Note(earlier is 0 && later > 0 && counts, RemedyKind.StartLater, volunteer, by);
        Note(later is 0, RemedyKind.EndEarlier, volunteer, by);
    }

    private void Note(bool isEnough, RemedyKind kind, int volunteer, int by)
    {
        if (isEnough && by > 0 && (!_least.TryGetValue(kind, out var known) || by < known.By))
        {
            _least[kind] = new Remedy(kind, volunteer, by);
        }
    }

    /// <summary>Minutes that the best interval lacks at the start and at the end of the shift, and whether it can grow so far without meeting another.</summary>
    private (int Late, int Early, bool IsAlone) Missing(int volunteer, int shift)
    {
        var people = instance.Volunteers;
        var best = (Late: int.MaxValue / 2, Early: int.MaxValue / 2, IsAlone: false);
        for (var at = people.FreeBegin[volunteer]; at < people.FreeBegin[volunteer + 1]; at++)
        {
            var (late, early) = (Math.Max(0, people.FreeStart[at] - _start[shift]), Math.Max(0, _end[shift] - people.FreeEnd[at]));
            var touches = people.FreeStart[at] <= _end[shift] && people.FreeEnd[at] >= _start[shift];
            if (touches && late + early < best.Late + best.Early)
            {
                best = (late, early,
                    (at == people.FreeBegin[volunteer] || people.FreeEnd[at - 1] <= people.FreeStart[at] - late)
                    && (at + 1 == people.FreeBegin[volunteer + 1] || people.FreeStart[at + 1] >= people.FreeEnd[at] + early));
            }
        }

        return best;
    }

    /// <summary>By how much each rule over all shifts of a person would be broken: minutes of rest before and after, minutes of a week, number.</summary>
    private readonly record struct Gaps
    {
        public Gaps(RemedySearch search, int volunteer, int shift, int[] held)
        {
            var (start, end, rest) = (search._start[shift], search._end[shift], search.Instance.Rules.RestMinutes);
            foreach (var other in held)
            {
                if (search._start[other] <= start)
                {
                    Before = Math.Max(Before, search._end[other] + rest - start);
                }
                else
                {
                    After = Math.Max(After, end + rest - search._start[other]);
                }
            }

            Minutes = Math.Max(0, search.MinutesOver(volunteer, shift, held));
            Number = Math.Max(0, held.Length + 1 - search.Instance.Volunteers.MaxShifts[volunteer]);
        }

        public int Before { get; }

        public int After { get; }

        public int Minutes { get; }

        public int Number { get; }

        public bool IsOnTime => Before is 0 && After is 0 && Minutes is 0;

        public bool IsNone => IsOnTime && Number is 0;
    }

    private ShiftInstance Instance => instance;

    /// <summary>Minutes beyond the cap in the fullest week, or seven days, that has this shift in it.</summary>
    private int MinutesOver(int volunteer, int shift, int[] held)
    {
        var week = _start[shift] / PlanningRules.Week;
        var cap = instance.Cap(volunteer, instance.Rules.IsSliding ? 0 : week);
        if (!instance.Rules.IsSliding)
        {
            return held.Where(other => _start[other] / PlanningRules.Week == week).Append(shift).Sum(other => _end[other] - _start[other]) - cap;
        }

        var all = held.Append(shift).ToArray();
        return all.Where(first => _start[first] <= _start[shift] && _start[first] > _start[shift] - PlanningRules.Week)
            .Max(first => all.Where(other => _start[other] >= _start[first] && _start[other] < _start[first] + PlanningRules.Week).Sum(other => _end[other] - _start[other])) - cap;
    }
}
