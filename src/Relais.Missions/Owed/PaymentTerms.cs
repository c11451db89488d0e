using Relais.Kernel.Rules;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Owed;

/// <summary>By when a sum should be there: the end of so many months after that of the mission, by the dated rule of its payer.</summary>
internal sealed class PaymentTerms(DatedRules rules)
{
    private const string Kind = "payment-term";

    public async Task<DateOnly> ExpectedAsync(Payer payer, Mission mission, CancellationToken cancellation)
    {
        var day = mission.Day;
        var term = await rules.GetAsync<Months>(Kind, $"{payer}", day, cancellation);
        return new DateOnly(day.Year, day.Month, 1).AddMonths(term.After + 1).AddDays(-1);
    }

    /// <param name="After">Whole months after that of the mission; 0 is the end of the same.</param>
    private sealed record Months(int After);
}
