using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Api;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Overview;
using Relais.Observatory.Selection;

namespace Relais.Observatory.Evolution;

/// <summary>The vintages of an indicator, for programs.</summary>
internal static class EvolutionApi
{
    public const string Route = "/api/v1/indicators/{indicator}/vintages";

    public static void MapEvolutionApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, ReadAsync)
        .WithName("indicatorVintages")
        .WithTags("accessibility")
        .WithSummary("One indicator for a set of communes at each vintage that is kept, the earliest first, each with its source")
        .WithDescription("difference: from the last figure known before, nothing across a break. breaks: source, method, quality or invented changed since the vintage before. covered: whether the source of that vintage speaks of the whole set.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<VintagesAnswer>, ProblemHttpResult>> ReadAsync(string indicator, string territories, MeasureBook measures, TerritoryChoice choice, Words t, CancellationToken cancellation)
    {
        if (measures.Find(indicator) is not IPastMeasure measure)
        {
            return Problem.Because(StatusCodes.Status404NotFound, "indicator_unknown", t["Aucun indicateur suivi dans le temps n’a ce nom : {0}.", indicator]);
        }

        var (chosen, problem) = await choice.ReadAsync(territories, cancellation);
        if (chosen is null)
        {
            return Problem.Because(StatusCodes.Status404NotFound, "territory_unknown", problem!);
        }

        return await measure.TrajectoryAsync(chosen.Ranks, TrajectoryBook.MostVintages, cancellation) is { } trajectory
            ? TypedResults.Ok(new VintagesAnswer(indicator, measure.Indicator.Unit, trajectory.Unchanged, [.. trajectory.Moments.Select(VintageAnswer.Of)]))
            : Problem.Because(StatusCodes.Status404NotFound, "data_missing", measure.Missing!.What);
    }
}

/// <param name="Unchanged">What is the same at all vintages, in a sentence.</param>
internal sealed record VintagesAnswer(string Indicator, string Unit, string? Unchanged, IReadOnlyList<VintageAnswer> Vintages);

internal sealed record VintageAnswer(string Vintage, FigureAnswer Figure, bool Covered, double? Difference, IReadOnlyList<string> Breaks, ProvenanceAnswer Provenance)
{
    public static VintageAnswer Of(Moment moment) => new(
        moment.Vintage,
        FigureAnswer.Of(moment.Figure),
        moment.IsCovered,
        moment.Change?.Difference,
        [.. Enum.GetValues<Rupture>().Where(one => one is not Rupture.None && moment.Rupture.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant())],
        ProvenanceAnswer.Of(moment.Figure.Provenance));
}
