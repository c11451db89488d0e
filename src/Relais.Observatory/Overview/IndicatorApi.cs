using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Api;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Selection;

namespace Relais.Observatory.Overview;

/// <summary>The figures of the page, for programs.</summary>
internal static class IndicatorApi
{
    public const string Route = "/api/v1/indicators/{indicator}";

    public static void MapIndicatorApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, ReadAsync)
        .WithName("indicator")
        .WithTags("accessibility")
        .WithSummary("One indicator for a set of communes and for each of them, with its source, vintage, method and quality")
        .WithDescription("indicator: as the address of the page says it, for instance accessibilite-medecins-generalistes. territories: codes joined by « + ». A figure that is kept secret or that nothing gives has no value but a reason.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<IndicatorAnswer>, ProblemHttpResult>> ReadAsync(string indicator, string territories, MeasureBook measures, TerritoryChoice choice, Words t, CancellationToken cancellation)
    {
        if (measures.Find(indicator) is not { } measure)
        {
            return Problem.Because(StatusCodes.Status404NotFound, "indicator_unknown", t["Aucun indicateur n’a ce nom : {0}.", indicator]);
        }

        var (chosen, problem) = await choice.ReadAsync(territories, cancellation);
        if (chosen is null)
        {
            return Problem.Because(StatusCodes.Status404NotFound, "territory_unknown", problem!);
        }

        return await measure.ReadAsync(cancellation) is { } reading
            ? TypedResults.Ok(new IndicatorAnswer(
                indicator,
                measure.Indicator.Unit,
                FigureAnswer.Of(reading.Of(chosen.Ranks)),
                [.. chosen.Communes.Select(commune => new CommuneAnswer(commune.Code, commune.Name, FigureAnswer.Of(reading.Of(commune.Index))))],
                ProvenanceAnswer.Of(reading.Provenance)))
            : Problem.Because(StatusCodes.Status404NotFound, "data_missing", measure.Missing!.What);
    }
}

internal sealed record IndicatorAnswer(string Indicator, string Unit, FigureAnswer Territory, IReadOnlyList<CommuneAnswer> Communes, ProvenanceAnswer Provenance);

internal sealed record CommuneAnswer(CommuneCode Code, string Name, FigureAnswer Figure);

/// <param name="Value">Nothing when there is a reason.</param>
/// <param name="Reason"><c>secret</c> or <c>none</c>.</param>
internal sealed record FigureAnswer(double? Value, double? Low, double? High, string? Reason)
{
    public static FigureAnswer Of(Figure figure) => figure switch
    {
        Figure.Known known => new FigureAnswer(known.Value, known.Range?.Low, known.Range?.High, null),
        Figure.Secret => new FigureAnswer(null, null, null, "secret"),
        _ => new FigureAnswer(null, null, null, "none"),
    };
}
