using Relais.Kernel.Rules;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Coordination.Lateness;

/// <summary>By when free places should have been taken: the nearer the shift, the less patience there is.</summary>
internal sealed class Deadlines
{
    private readonly IReadOnlyDictionary<Urgency, Patience> _patience;

    private Deadlines(IReadOnlyDictionary<Urgency, Patience> patience) => _patience = patience;

    public static async Task<Deadlines> InForceAsync(DatedRules rules, DateTimeOffset now, CancellationToken cancellation) =>
        new((await rules.ListAsync<Patience>(Patience.Kind, DateOnly.FromDateTime(now.UtcDateTime), cancellation)).ToDictionary(rule => Enum.Parse<Urgency>(rule.Key), rule => rule.Value));

    /// <summary>When this step is due: the earliest over the urgencies that the need has or will have before it starts.</summary>
    /// <param name="freeSince">Since when a place has been free.</param>
    public DateTimeOffset Of(Need need, DateTimeOffset freeSince, EscalationStep step) => Enum.GetValues<Urgency>()
        .Where(urgency => urgency <= need.Urgency)
        .Min(urgency => Later(freeSince, need.BecomesAt(urgency)) + _patience[urgency].Until(step));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
