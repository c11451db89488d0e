using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>The files of a plan, without a name in them: what was planned, the plan, and the prices that prove how good it is.</summary>
internal static class PlanFilesRoute
{
    public const string Route = "/plans/{id:guid}/fichiers";

    public static void MapPlanFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, async (Guid id, PlanDesk desk, CancellationToken cancellation) =>
        await desk.FilesAsync(id, cancellation) is { } files ? Results.File(files, MediaTypeNames.Application.Zip, $"plan-{id}.zip") : Results.NotFound()).ExcludeFromDescription();
}
