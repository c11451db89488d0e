using Relais.Matching.Certificates;
using Relais.Matching.Fairness;
using Relais.Matching.Flows;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Plans the shifts of a horizon: laminar flow, cuts with Lagrangian prices, bound by exact schedules, plan by diving and ejection
/// chains. Anytime: stopped at any moment it has a plan that keeps the rules, the greedy one at first, and a certified bound. Nothing
/// is drawn at random: unless the clock stops it, the same instance gives the same plan.
/// </summary>
public sealed class ShiftPlanner
{
    private const int Rounds = 400;
    private const int BetweenPlans = 15;
    private const int Patience = 8;
    private const int Ascents = 200;
    private const int LongPatience = 40;
    private readonly ShiftInstance _instance;
    private readonly PlanRequest _request;
    private readonly IProgress<PlanProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly long _began;
    private readonly PairTable _pairs;
    private readonly NetworkSimplex _flow;
    private readonly RelaxAndCut _relaxation;
    private readonly Dive _dive;
    private readonly PriceBound _priceBound;
    private readonly Improvement _improvement;
    private PlanState _plan;
    private long _bound = long.MinValue;
    private readonly int[] _none;
    private long[] _prices;
    private int[] _multipliers = [];
    private double _share = 1;
    private bool _isProved;

    private ShiftPlanner(ShiftInstance instance, PlanRequest request, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        (_instance, _request, _progress, _cancellation) = (instance, request, progress, cancellation);
        _began = request.Clock.GetTimestamp();
        _pairs = PairTable.Of(instance, request.Threads);
        _flow = LaminarGraph.Of(instance, _pairs);
        _relaxation = new RelaxAndCut(instance, _pairs, _flow);
        _dive = new Dive(instance, _pairs, _flow, _relaxation);
        _priceBound = new PriceBound(instance, _pairs, request.Threads);
        _improvement = new Improvement(instance, _pairs, IsStopped);
        (_plan, _prices, _none) = (Greedy.Plan(instance, _pairs), new long[instance.ShiftCount], new int[_pairs.Count]);
    }

    /// <summary>Plans; 10 000 shifts and 50 000 volunteers take some twenty seconds to a few hundredths of a per cent.</summary>
    public static ShiftPlan Plan(ShiftInstance instance, PlanRequest request, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(request);
        return new ShiftPlanner(instance, request, progress, cancellation).Run();
    }

    private long BoundUnits => (_bound / 1000) + (_bound % 1000 > 0 ? 1 : 0);

    private bool IsGood => _plan.Cost - Math.Max(0, BoundUnits) <= _request.Gap * _plan.Cost;

    /// <summary>More than a fifty-thousandth: where cuts meet, the bound climbs slowly.</summary>
    private bool IsFar => _plan.Cost - BoundUnits > _plan.Cost / 50_000;

    /// <summary>
    /// Every schedule keeps every cut, so that beside exact best schedules a cut only lowers the bound. With sliding windows the
    /// best schedules are those of calendar weeks: there the cuts prove more.
    /// </summary>
    private List<Cut> CertifiedCuts => _instance.Rules.IsSliding ? _relaxation.Cuts : [];

    private int[] CertifiedSurcharge => _instance.Rules.IsSliding ? _relaxation.Surcharge : _none;

    private TimeSpan Elapsed => _request.Clock.GetElapsedTime(_began);

    private bool IsStopped() => _cancellation.IsCancellationRequested || (_request.TimeLimit is { } limit && Elapsed > limit * _share);

    private ShiftPlan Run()
    {
        Report("first");
        foreach (var (step, until) in new (Action Step, double Until)[] { (Tighten, 0.7), (Raise, 0.8), (Finish, 1), (Close, 1) })
        {
            _share = until;
            step();
            if (IsGood || _cancellation.IsCancellationRequested)
            {
                break;
            }
        }

        _share = 1;
        return Result();
    }

    /// <summary>Raises the bound: each cut by itself first, then all together from the best point.</summary>
    private void Tighten()
    {
        var (stalled, isTogether, isOver) = (0, false, false);
        for (var round = 0; round < Rounds && !isOver; round++)
        {
            var (before, bound) = (_bound, _relaxation.Round(IsStopped));
            if (round > 0 && IsStopped())
            {
                return;
            }

            _relaxation.Separate();
            Certify(bound, round);
            if (round is 0 or 12 || (round > 12 && round % BetweenPlans is 0) || _relaxation.Breaches is 0)
            {
                TakePlan(_relaxation.Prices(), rounds: 0);
            }

            Report("bound");
            stalled = _bound - before > _plan.Cost / 500 ? 0 : stalled + 1;
            if (stalled == Patience && !isTogether)
            {
                (stalled, isTogether) = (0, true);
                _relaxation.Restore(_multipliers);
                continue;
            }

            isOver = IsGood || stalled > (IsFar ? LongPatience : Patience) || !(isTogether ? _relaxation.MoveTogether(bound, 1000 * _plan.Cost) : _relaxation.MoveEach());
        }
    }

    /// <summary>Keeps the prices when they prove more than the best so far.</summary>
    private void Certify(long flowBound, int round)
    {
        if (flowBound <= _bound && round % 3 is not 0)
        {
            return;
        }

        var prices = _relaxation.Prices();
        var bound = _priceBound.Of(prices, CertifiedCuts, CertifiedSurcharge);
        if (bound > _bound)
        {
            (_bound, _prices, _multipliers) = (bound, prices, [.. _relaxation.Cuts.Select(cut => cut.Multiplier)]);
        }
    }

    private void Finish()
    {
        _relaxation.Restore(_multipliers);
        _flow.Solve(IsStopped);
        TakePlan(_prices, rounds: 12);
        Report("dive");
        for (var slack = 5_000L; slack <= 320_000 && !IsGood && !IsStopped(); slack *= 4)
        {
            while (_improvement.Eject(_plan, _prices, slack) && !IsGood && !IsStopped())
            {
                Report("chains");
            }
        }
    }

    /// <summary>Raises the bound further, by the prices themselves.</summary>
    private void Raise()
    {
        _relaxation.Restore(_multipliers);
        var (prices, bound) = new PriceAscent(_instance, _pairs, _priceBound, CertifiedCuts, CertifiedSurcharge).From(_prices, 1000 * _plan.Cost, Ascents, IsStopped);
        if (bound > _bound)
        {
            (_prices, _bound) = (prices, bound);
            Report("prices");
        }
    }

    /// <summary>Tries everything that fits in the gap, where that is little.</summary>
    private void Close()
    {
        _relaxation.Restore(_multipliers);
        var closing = new GapClosing(_instance, _pairs, _prices, CertifiedCuts, CertifiedSurcharge, IsStopped);
        if (closing.Close(_plan, _bound) is { } best)
        {
            (_plan, _isProved) = (best, true);
            Report("proof");
        }
    }

    private void TakePlan(long[] prices, int rounds)
    {
        var plan = _dive.Run(prices, rounds, IsStopped);
        _improvement.Fill(plan, prices, 20_000);
        _plan = plan.Cost < _plan.Cost ? plan : _plan;
    }

    private void Report(string phase) => _progress?.Report(new PlanProgress(phase, Elapsed, _plan.Cost, Math.Max(0, BoundUnits)));

    private ShiftPlan Result()
    {
        var cuts = CertifiedCuts.Zip(_multipliers).Where(cut => cut.Second > 0)
            .Select(cut => new CertifiedCut(cut.First.Volunteer, cut.First.Most, cut.Second, [.. cut.First.Pairs.Select(pair => _pairs.Shift[pair])])).ToArray();
        var bound = Math.Clamp(BoundUnits, 0, _plan.Cost);
        return new ShiftPlan(_plan.Assignments(), _plan.Cost, bound, _plan.Open.Sum(), _prices, cuts, LoadSpread.Of(_instance, _pairs, _plan),
            _isProved || bound == _plan.Cost ? PlanStop.Optimal : IsGood ? PlanStop.Gap
                : _cancellation.IsCancellationRequested ? PlanStop.Cancelled : IsStopped() ? PlanStop.Time : PlanStop.Gap);
    }
}
