using Relais.Kernel.Rules;

namespace Relais.Reinforcement.Answers;

/// <summary>How long an answer can be taken back, and how little of a shift is still worth coming for: dated rules.</summary>
internal sealed class AnswerTimes(DatedRules rules, TimeProvider clock)
{
    public Task<TimeSpan> UndoAsync(CancellationToken cancellation) => MinutesAsync("undo-minutes", cancellation);

    public Task<TimeSpan> LeastLeftAsync(CancellationToken cancellation) => MinutesAsync("late-least-minutes", cancellation);

    private async Task<TimeSpan> MinutesAsync(string key, CancellationToken cancellation) =>
        TimeSpan.FromMinutes(await rules.GetAsync<int>("reinforcement", key, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation));
}
