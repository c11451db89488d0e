using Relais.Kernel.Rules;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Waves;

/// <summary>The pace of the waves in force, by urgency: dated rules of kind <c>wave-pace</c>.</summary>
internal sealed class WavePaces(DatedRules rules, TimeProvider clock)
{
    public async Task<WavePace> OfAsync(Need need, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rule = await rules.FindAsync<WavePace>("wave-pace", need.Urgency.ToString(), today, cancellation);
        return rule?.Value ?? throw new InvalidOperationException($"The rule wave-pace/{need.Urgency} is missing");
    }
}
