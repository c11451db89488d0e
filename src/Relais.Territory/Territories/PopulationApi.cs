using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Api;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

internal static class PopulationApi
{
    public const string Route = "/api/v1/territories/{codes}/population";

    public static void MapPopulationApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, SumAsync)
        .WithName("territoryPopulation")
        .WithTags("territories")
        .WithSummary("The inhabitants of one or several territories, each commune counted once")
        .WithDescription("Codes are joined by « + »: REG-53 (region), DEP-29 (department), a SIREN (EPCI). Counts: epci_municipal (by default), epci_total, reference.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PopulationAnswer>, ProblemHttpResult>> SumAsync(
        string codes, ITerritories territories, Words t, CancellationToken cancellation, string? count = null)
    {
        var list = TerritoryList.Parse(codes);
        if (!list.IsValid)
        {
            return Problem.Because(StatusCodes.Status400BadRequest, list.Problem.Code, list.Problem.In(t));
        }

        if (TerritoryWords.ReadCount(count) is not { } way)
        {
            return Problem.Because(StatusCodes.Status400BadRequest, "count_unknown", t["Les façons de compter sont epci_municipal, epci_total et reference."]);
        }

        return await territories.PopulationAsync(list.Value.All, way, cancellation) is { } figure
            ? TypedResults.Ok(PopulationAnswer.Of(figure, t))
            : Problem.Because(StatusCodes.Status404NotFound, "territory_unknown", t["Aucun territoire n’a le code {0}.", await FirstUnknownAsync(list.Value, territories, cancellation)]);
    }

    private static async Task<string> FirstUnknownAsync(TerritoryCodes codes, ITerritories territories, CancellationToken cancellation)
    {
        foreach (var code in codes.All)
        {
            if (await territories.FindAsync(code, cancellation) is null)
            {
                return code.Value;
            }
        }

        return "";
    }
}

/// <param name="ShareOfRegion">Between 0 and 1, counted the same way.</param>
/// <param name="ShareOfRegionPercent">The same in per cent, rounded to two decimals.</param>
internal sealed record PopulationAnswer(
    long Population,
    CountAnswer Count,
    DataSource Source,
    int Communes,
    IReadOnlyList<TerritoryAnswer> Territories,
    IReadOnlyList<CommuneAnswer> UncountedCommunes,
    TerritoryAnswer? Region,
    double? ShareOfRegion,
    double? ShareOfRegionPercent)
{
    public static PopulationAnswer Of(PopulationFigure figure, Words t) => new(
        figure.People,
        new CountAnswer(TerritoryWords.CodeOf(figure.Count), t.NameOf(figure.Count)),
        figure.Source,
        figure.Communes,
        [.. figure.Territories.Select(TerritoryAnswer.Of)],
        [.. figure.Uncounted.Select(commune => new CommuneAnswer(commune.Code, commune.Name))],
        figure.Region is { } region ? TerritoryAnswer.Of(region) : null,
        figure.ShareOfRegion,
        figure.ShareOfRegion is { } share ? Math.Round(share * 100, 2) : null);
}

internal sealed record CountAnswer(string Code, string Name);

internal sealed record TerritoryAnswer(TerritoryCode Code, string Kind, string Name, int Communes, long Population)
{
    public static TerritoryAnswer Of(TerritoryPopulation counted) => new(
        counted.Territory.Code, counted.Territory.Kind.ToString().ToLowerInvariant(), counted.Territory.Name, counted.Territory.Communes, counted.People);
}

internal sealed record CommuneAnswer(CommuneCode Code, string Name);
