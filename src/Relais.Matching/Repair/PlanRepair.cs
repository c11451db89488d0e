using Relais.Matching.Flows;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Repair;

/// <summary>
/// Repairs a plan the moment somebody withdraws, by the cheapest chain of few people, in well under a millisecond; and says, from
/// the last tree of the relaxation, how good any repair could be. Making one costs a relaxation; then it answers any number of
/// events, each from the plan that was given. Not safe on several threads.
/// </summary>
public sealed class PlanRepair
{
    private const int MinutesOfDay = 1440;
    private const int Rounds = 14;
    private const int Forbidding = 400_000_000;
    private readonly ShiftInstance _instance;
    private readonly PairTable _pairs;
    private readonly PlanState _plan;
    private readonly NetworkSimplex _flow;
    private readonly RelaxAndCut _relaxation;
    private readonly Chains _chains;

    private PlanRepair(ShiftInstance instance, PairTable pairs, PlanState plan)
    {
        (_instance, _pairs, _plan) = (instance, pairs, plan);
        _flow = LaminarGraph.Of(instance, pairs);
        _relaxation = new RelaxAndCut(instance, pairs, _flow);
        for (var round = 0; round < Rounds; round++)
        {
            _relaxation.Round(() => false);
            _relaxation.Separate();
            if (!_relaxation.MoveEach())
            {
                break;
            }
        }

        _flow.Solve(() => false);
        _chains = new Chains(instance, pairs, plan, _relaxation.Prices()) { Slack = 40_000 };
    }

    /// <summary>At most so many people are disturbed by one event, beside the one who withdraws.</summary>
    public int MostDisturbed { get; init; } = 4;

    /// <summary>Prepares to repair this plan.</summary>
    /// <exception cref="ArgumentException">The plan breaks a rule; the message says which line.</exception>
    public static PlanRepair Of(ShiftInstance instance, IReadOnlyList<Assignment> plan, int threads)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(plan);
        var pairs = PairTable.Of(instance, threads);
        return new PlanRepair(instance, pairs, PlanReading.Of(instance, pairs, plan));
    }

    /// <summary>The repair of one withdrawal; the plan itself stays as it was given.</summary>
    public RepairAnswer Answer(int volunteer, int shift)
    {
        var (before, openBefore) = (_plan.Cost, _plan.Open[shift]);
        var day = DayOf(shift);
        var lost = _plan.Held(volunteer).ToArray().Where(pair => DayOf(_pairs.Shift[pair]) == day).ToList();
        lost.ForEach(_plan.Remove);
        var moves = new List<(int Pair, int Left)>();
        foreach (var hole in lost.Select(pair => _pairs.Shift[pair]).OrderByDescending(hole => hole == shift).ThenByDescending(hole => _instance.Shifts.Penalty[hole]))
        {
            _chains.MostMoves = MostDisturbed - moves.Count;
            if (_chains.Find(hole, 1000L * _instance.Shifts.Penalty[hole], (who, where) => who == volunteer && DayOf(where) == day) is { } found)
            {
                moves.AddRange(_chains.Apply(found.Step));
            }
        }

        var answer = new RepairAnswer(
            [.. lost.Concat(moves.Where(move => move.Left >= 0).Select(move => move.Left)).Select(Pair)], [.. moves.Select(move => Pair(move.Pair))],
            moves.Select(move => _pairs.Volunteer[move.Pair]).Where(who => who != volunteer).Distinct().Count(), _plan.Open[shift] <= openBefore, _plan.Cost - before);
        Undo(lost, moves);
        return answer;
    }

    /// <summary>No plan without this volunteer on that day costs less; whole units.</summary>
    public long Bound(int volunteer, int shift)
    {
        var day = DayOf(shift);
        var barred = Enumerable.Range(_pairs.Begin[volunteer], _pairs.Begin[volunteer + 1] - _pairs.Begin[volunteer])
            .Where(pair => DayOf(_pairs.Shift[pair]) == day).ToList();
        barred.ForEach(pair => _flow.SetCost(pair, _flow.Cost(pair) + Forbidding));
        _flow.Solve(() => false);
        var bound = _flow.Total() - _relaxation.Cuts.Sum(cut => (long)cut.Multiplier * cut.Most);
        barred.ForEach(pair => _flow.SetCost(pair, _flow.Cost(pair) - Forbidding));
        return (long)Math.Ceiling(bound / 1000m);
    }

    private int DayOf(int shift) => _instance.Shifts.Start[shift] / MinutesOfDay;

    private Assignment Pair(int pair) => new(_pairs.Volunteer[pair], _pairs.Shift[pair]);

    private void Undo(List<int> lost, List<(int Pair, int Left)> moves)
    {
        for (var at = moves.Count - 1; at >= 0; at--)
        {
            _plan.Remove(moves[at].Pair);
        }

        foreach (var (_, left) in moves.Where(move => move.Left >= 0))
        {
            _plan.Add(left);
        }

        lost.ForEach(_plan.Add);
    }
}
