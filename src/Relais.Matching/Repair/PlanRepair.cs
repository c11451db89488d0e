using Relais.Matching.Flows;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Repair;

/// <summary>
/// Repairs a plan the moment somebody withdraws, by the cheapest chain of few people, and offers the time that is free again where
/// it saves most, in a few milliseconds; and says, from the last tree of the relaxation, how good any repair could be. Making one costs a relaxation; then it answers any number of
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
    private readonly Relief _relief;

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
        var prices = _relaxation.Prices();
        _chains = new Chains(instance, pairs, plan, prices) { Slack = 40_000 };
        _relief = new Relief(instance, pairs, plan, prices);
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

    /// <summary>
    /// The repair of one withdrawal: the volunteer leaves this shift and every shift that starts the same day. The plan itself stays
    /// as it was given.
    /// </summary>
    public RepairAnswer Answer(int volunteer, int shift)
    {
        var (day, openBefore) = (DayOf(shift), _plan.Open[shift]);
        return Without(volunteer, other => DayOf(other) == day, shift, () => _plan.Open[shift] <= openBefore);
    }

    /// <summary>The repair of one absence: the volunteer leaves every shift that meets these minutes.</summary>
    /// <param name="volunteer">Who is away.</param>
    /// <param name="from">The first minute, from Monday 00:00.</param>
    /// <param name="until">The minute of return.</param>
    public RepairAnswer Absent(int volunteer, int from, int until)
    {
        var openBefore = _plan.Open.Sum();
        return Without(volunteer, other => _instance.Shifts.Start[other] < until && from < _instance.Shifts.End[other], first: -1, () => _plan.Open.Sum() <= openBefore);
    }

    /// <summary>More posts of a shift, as one new need: the delta counts those that stay open too.</summary>
    public RepairAnswer MorePosts(int shift, int posts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(posts);
        var (before, openBefore) = (_plan.Cost, _plan.Open[shift]);
        var change = new PlanChange(_plan);
        _plan.Ask(shift, posts);
        while (_plan.Open[shift] > openBefore && Fill(shift, change, volunteer: -1, isBarred: null))
        {
        }

        var answer = Told(change, volunteer: -1, _plan.Open[shift] <= openBefore, _plan.Cost - before);
        change.Undo();
        _plan.Ask(shift, -posts);
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

    private RepairAnswer Without(int volunteer, Func<int, bool> isAway, int first, Func<bool> isRefilled)
    {
        var before = _plan.Cost;
        var change = new PlanChange(_plan);
        var lost = _plan.Held(volunteer).ToArray().Where(pair => isAway(_pairs.Shift[pair])).ToList();
        change.Make(lost, []);
        foreach (var hole in lost.Select(pair => _pairs.Shift[pair]).OrderByDescending(hole => hole == first).ThenByDescending(hole => _instance.Shifts.Penalty[hole]))
        {
            Fill(hole, change, volunteer, (who, where) => who == volunteer && isAway(where));
        }

        var settled = Others(change, volunteer);
        var (removed, added) = _relief.Find(volunteer, MostDisturbed - settled.Count, settled, pair => isAway(_pairs.Shift[pair]));
        change.Make(removed, added);
        var answer = Told(change, volunteer, isRefilled(), _plan.Cost - before);
        change.Undo();
        return answer;
    }

    private bool Fill(int hole, PlanChange change, int volunteer, Func<int, int, bool>? isBarred)
    {
        _chains.MostMoves = MostDisturbed - Others(change, volunteer).Count;
        if (_chains.Find(hole, 1000L * _instance.Shifts.Penalty[hole], isBarred) is not { } found)
        {
            return false;
        }

        var moves = _chains.Apply(found.Step);
        change.Note([.. moves.Where(move => move.Left >= 0).Select(move => move.Left)], [.. moves.Select(move => move.Pair)]);
        return true;
    }

    private RepairAnswer Told(PlanChange change, int volunteer, bool isRefilled, long delta) =>
        new([.. change.Removed.Select(Pair)], [.. change.Added.Select(Pair)], Others(change, volunteer).Count, isRefilled, delta);

    private int DayOf(int shift) => _instance.Shifts.Start[shift] / MinutesOfDay;

    private Assignment Pair(int pair) => new(_pairs.Volunteer[pair], _pairs.Shift[pair]);

    private HashSet<int> Others(PlanChange change, int volunteer) =>
        [.. change.Removed.Concat(change.Added).Select(pair => _pairs.Volunteer[pair]).Where(who => who != volunteer)];
}
