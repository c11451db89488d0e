using Relais.Kernel.Rules;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>What protects a register from a bad extract.</summary>
/// <param name="GraceDays">How long a line that vanished still counts as there.</param>
/// <param name="MostShrinkPercent">By how much an extract may be smaller than the one in place.</param>
/// <param name="MostBadPerThousand">How many lines may be unreadable.</param>
/// <param name="KeepGoneDays">After how long a line that vanished is taken away.</param>
internal sealed record RegisterRule(int GraceDays, int MostShrinkPercent, int MostBadPerThousand, int KeepGoneDays)
{
    public static Task<RegisterRule> FindAsync(DatedRules rules, RegisterKind register, DateOnly on, CancellationToken cancellation) =>
        rules.GetAsync<RegisterRule>("register", register is RegisterKind.Rpps ? "rpps" : "finess", on, cancellation);

    public bool IsGone(DateOnly? missingSince, DateOnly today) => missingSince is { } since && since.AddDays(GraceDays) <= today;
}
