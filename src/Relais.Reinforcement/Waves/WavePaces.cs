using Relais.Kernel.Rules;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Waves;

/// <summary>The pace of the waves in force, by urgency: dated rules of kind <c>wave-pace</c>.</summary>
internal sealed class WavePaces(DatedRules rules, TimeProvider clock)
{
    public async Task<WavePace> OfAsync(Need need, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (today, urgency) = (DateOnly.FromDateTime(now.UtcDateTime), need.UrgencyAt(now));
        return await rules.GetAsync<WavePace>("wave-pace", urgency.ToString(), today, cancellation);
    }
}
