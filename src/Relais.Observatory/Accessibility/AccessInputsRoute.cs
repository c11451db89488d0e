using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Maps;
using Relais.Observatory.Methods;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Accessibility;

/// <summary>The inputs of an accessibility as a ZIP, for who wants to compute it again.</summary>
internal static class AccessInputsRoute
{
    public const string Route = "/observatoire/entrees";

    public static string AddressOf(ChosenTerritory chosen, CareProfession profession, ChosenMethod? method) =>
        $"{Route}?territoires={chosen.Key}&metier={ProfessionWords.SlugOf(profession)}{(method is null ? "" : $"&{method.Query}")}";

    public static void MapAccessInputs(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(
        string? territoires, string? metier, string? methode, string? paliers, TerritoryChoice choice, AccessibilityBook book, ICommunes communes, Words t, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(territoires) || ProfessionWords.ReadSlug(metier) is not { } profession
            || await choice.ReadAsync(territoires, cancellation) is not ({ } chosen, _) || chosen.Communes.Count > MapBook.MostCommunes
            || MethodChoice.Read(t, methode, paliers) is not (var method, null)
            || await book.FindAsync(profession, cancellation, method?.Parameters) is not { } access)
        {
            return Results.NotFound();
        }

        var table = await communes.GetAsync(cancellation);
        return Results.File(
            AccessInputs.Zip(access, table, chosen.Ranks, t.Say(t.ProvenanceOf(access))), MediaTypeNames.Application.Zip, $"{AplMeasure.SlugOf(profession)}-{chosen.Key}.zip");
    }
}
