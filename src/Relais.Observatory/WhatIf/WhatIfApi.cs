using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Relais.Kernel.Api;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Figures;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;

namespace Relais.Observatory.WhatIf;

internal static class WhatIfApi
{
    public const string Route = "/api/v1/accessibility/what-if";

    public static void MapWhatIfApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, TryAsync)
        .WithName("accessibilityWhatIf")
        .WithTags("accessibility")
        .WithSummary("What a change of supply at one commune would do to the accessibility of all the others; nothing is changed")
        .WithDescription("commune: an INSEE code. supply: consultations a year (full-time equivalents for other professions), negative for a departure. profession: general-practitioner by default. territories: codes joined by « + », none for the whole country.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<WhatIfAnswer>, ProblemHttpResult>> TryAsync(
        string commune, double supply, ScenarioTrial trial, TerritoryChoice choice, Words t, CancellationToken cancellation, string? profession = null, string? territories = null)
    {
        var code = CommuneCode.Parse(commune);
        if (!code.IsValid)
        {
            return Problem.Because(StatusCodes.Status400BadRequest, code.Problem.Code, code.Problem.In(t));
        }

        if (!double.IsFinite(supply) || (profession is null ? CareProfession.GeneralPractitioner : ProfessionWords.Read(profession)) is not { } which)
        {
            return Problem.Because(StatusCodes.Status400BadRequest, "profession_unknown", t["Les métiers sont : {0}.", string.Join(", ", Enum.GetValues<CareProfession>().Select(ProfessionWords.CodeOf))]);
        }

        ChosenTerritory? chosen = null;
        if (territories is not null && (await choice.ReadAsync(territories, cancellation)) is var (found, problem))
        {
            if (found is null)
            {
                return Problem.Because(StatusCodes.Status404NotFound, "territory_unknown", problem!);
            }

            chosen = found;
        }

        if (await trial.OnAsync(chosen, which, cancellation) is not { } ground)
        {
            return Problem.Because(StatusCodes.Status404NotFound, "supply_missing", t["L’offre de soins de ce métier n’a pas été importée."]);
        }

        return ground.Communes.Find(code.Value) is { Index.Value: var place }
            ? TypedResults.Ok(WhatIfAnswer.Of(ground, ground.Ground.Try(new Relais.Accessibility.Scenarios.Scenario("", [new(place, supply)])), t))
            : Problem.Because(StatusCodes.Status404NotFound, "commune_unknown", t["Aucune commune n’a le code {0}.", commune]);
    }
}

/// <param name="SumPDelta">Σ p·ΔA: what people get more; equal to <paramref name="DeltaSupply"/> unless nobody would come.</param>
/// <param name="Mean">Before and after, in the territory asked for.</param>
internal sealed record WhatIfAnswer(
    double DeltaSupply, double SumPDelta, double ReceivedInside, double PeopleRising, double PeopleFalling, BeforeAfter Mean, BeforeAfter PeopleUnder, IReadOnlyList<CommuneDelta> Communes, ProvenanceAnswer Provenance)
{
    public static WhatIfAnswer Of(TrialGround ground, Relais.Accessibility.Scenarios.ScenarioReport report, Words t) => new(
        report.SupplyAdded,
        report.SupplyReceived,
        report.ReceivedInside,
        report.PeopleRising,
        report.PeopleFalling,
        new BeforeAfter(report.Before.Mean, report.After.Mean),
        new BeforeAfter(report.Before.PeopleUnder, report.After.PeopleUnder),
        [.. report.Changes.Select(change => new CommuneDelta(ground.Communes.All[change.Place].Code, ground.Communes.All[change.Place].Name, ground.Access.Figures.Values[change.Place], change.Change))],
        ProvenanceAnswer.Of(t.ProvenanceOf(ground.Access)));
}

internal sealed record BeforeAfter(double Before, double After);

internal sealed record CommuneDelta(CommuneCode Code, string Name, double Before, double Delta);
