using Relais.Matching.Eligibility;

namespace Relais.Bench.Refusals.Playing;

/// <summary>Plays a policy over a setting, event by event; the same seed gives the same answers whatever the policy.</summary>
internal sealed class Play
{
    private static readonly TimeSpan Silent = TimeSpan.FromHours(24);
    private readonly Setting _setting;
    private readonly Answers _answers;
    private readonly Season _season;
    private readonly PriorityQueue<Step, (DateTimeOffset At, int Order)> _steps = new();
    private readonly List<double> _minutes = [];
    private int _order;
    private int _lateYes;

    private Play(Setting setting, int seed, bool keepsLimits) =>
        (_setting, _answers, _season) = (setting, new Answers(seed), new Season(setting, keepsLimits));

    /// <param name="setting">People and needs.</param>
    /// <param name="policy">Who is told of a need, and when.</param>
    /// <param name="seed">Draws the answers.</param>
    /// <param name="keepsLimits">Whether nobody is asked more often in a week than they accept.</param>
    public static Outcome Of(Setting setting, IPolicy policy, int seed, bool keepsLimits = true)
    {
        var play = new Play(setting, seed, keepsLimits);
        play.Run(policy);
        return Outcome.Of(setting, play._season, play._lateYes, play._minutes);
    }

    private void Run(IPolicy policy)
    {
        foreach (var need in _setting.Needs)
        {
            Plan(need.PublishedAt, new Step(need));
        }

        while (_steps.TryDequeue(out var step, out var due))
        {
            if (step.Person is null)
            {
                Ask(policy, step.Need, due.At);
            }
            else
            {
                Hear(step, due.At);
            }
        }
    }

    private void Ask(IPolicy policy, PostedNeed need, DateTimeOffset now)
    {
        if (!IsOpen(need, now))
        {
            return;
        }

        var profile = need.At(now);
        var turn = policy.Next(need, _season, now);
        foreach (var person in turn.Asked)
        {
            _season.Ask(need, person.Person, now);
            var answer = _answers.Of(need, person.Person, now);

            // Dossiers tell the truth: whom one stops (reach, hours, notice) says no.
            var reply = answer is null ? Reply.Silence : answer.Value.IsYes && Funnel.WhyNot(person, profile) is null ? Reply.Yes : Reply.No;
            Plan(answer?.At ?? now + Silent, new Step(need, person, reply));
        }

        Plan(turn.Again, new Step(need));
    }

    private void Hear(Step answer, DateTimeOffset now)
    {
        var (need, person) = (answer.Need, answer.Person!);
        var isYes = answer.Reply is Reply.Yes && _season.CanCome(need, person);
        if (answer.Reply is not Reply.Silence)
        {
            _season.Hear(need, person.Person);
        }

        if (!IsOpen(need, now))
        {
            _lateYes += isYes ? 1 : 0;
            return;
        }

        _season.Learn(isYes);
        if (isYes)
        {
            _season.Take(need, person.Person);
            _minutes.Add((now - need.PublishedAt).TotalMinutes);
        }
    }

    private bool IsOpen(PostedNeed need, DateTimeOffset now) => _season.FreePosts(need) > 0 && now < need.When.Start;

    private void Plan(DateTimeOffset at, Step step) => _steps.Enqueue(step, (at, _order++));

    /// <param name="Need">The need.</param>
    /// <param name="Person">Who answers; nobody when more people are to be asked.</param>
    /// <param name="Reply">What they answer.</param>
    private sealed record Step(PostedNeed Need, Candidate? Person = null, Reply Reply = Reply.No);

    private enum Reply
    {
        No,
        Yes,

        /// <summary>A day went by without an answer.</summary>
        Silence,
    }
}
