using Relais.Matching.Fairness;

namespace Relais.Matching.WavePlanning;

/// <summary>
/// Who goes where, and the prices that prove that nothing better exists. Costs are whole units, prices thousandths, so that
/// <c>bound = Σ price × demand − Σ group price × cap − Σ flight price × seats + Σ over volunteers min(0, cheapest reduced cost)</c>.
/// </summary>
/// <param name="CellOf">By volunteer: the cell, or −1.</param>
/// <param name="Cost">Of the plan, open posts included.</param>
/// <param name="Bound">No plan costs less; equal to the cost unless the search was stopped.</param>
/// <param name="OpenPosts">Posts that nobody serves.</param>
/// <param name="CellPrices">Thousandths, by cell.</param>
/// <param name="GroupPrices">Thousandths, by line of caps.csv.</param>
/// <param name="FlightPrices">Thousandths, by line of flights.csv.</param>
/// <param name="Spread">How evenly it loads those who can serve.</param>
/// <param name="IsOptimal">False when it was cancelled or ran out of time.</param>
public sealed record WavePlan(
    IReadOnlyList<int> CellOf, long Cost, long Bound, int OpenPosts,
    IReadOnlyList<long> CellPrices, IReadOnlyList<long> GroupPrices, IReadOnlyList<long> FlightPrices, LoadSpread Spread, bool IsOptimal);
