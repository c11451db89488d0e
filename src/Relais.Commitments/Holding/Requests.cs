using Relais.Commitments.Contracts;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

internal static class Requests
{
    /// <summary>The hours as the law weighs them: presence less the unpaid break.</summary>
    public static Duty AsDuty(this HoldRequest request) =>
        new(Guid.Empty, request.When, (int)request.When.Length.TotalMinutes - request.BreakMinutes);
}
