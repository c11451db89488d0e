using System.Text.Json.Serialization;
using Relais.Accessibility.Zoning;
using Relais.Kernel.Rules;

namespace Relais.Observatory.ZoneRules;

/// <summary>What an order of the ministers says of zonings of general practice: a dated rule. Shares from 0 to 1.</summary>
/// <param name="SelectedAtMost">In consultations a year and inhabitant, as are all figures here.</param>
/// <param name="Mean">Over whom the figure of a territory is a mean.</param>
/// <param name="Note">French, as the reference: what of the order the program does not hold, or takes for granted.</param>
internal sealed record ZoningOrder(
    double? SelectedAtMost,
    double? PoolAtMost,
    double? ZipPoolShare,
    double? ZacPoolShare,
    double AdaptationShare,
    double? KnownAtLeast,
    [property: JsonConverter(typeof(JsonStringEnumConverter<MeanOver>))] MeanOver Mean,
    string? Note)
{
    private const string Kind = "zoning", Key = "general-practitioner";

    public ZoningRules Rules => new()
    {
        SelectedAtMost = SelectedAtMost,
        PoolAtMost = PoolAtMost,
        ZipPoolShare = ZipPoolShare,
        ZacPoolShare = ZacPoolShare,
        AdaptationShare = AdaptationShare,
        KnownAtLeast = KnownAtLeast ?? 1,
        Mean = Mean,
    };

    /// <summary>Every order that is known, the first in force first.</summary>
    public static async Task<IReadOnlyList<RuleInForce<ZoningOrder>>> ListAsync(DatedRules rules, CancellationToken cancellation) =>
        [.. (await rules.HistoryAsync<ZoningOrder>(Kind, cancellation)).Where(rule => rule.Key == Key).OrderBy(rule => rule.ValidFrom)];
}
