using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Facility;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Series;

/// <summary>Series of needs for programs: the same acts and the same rules as the pages.</summary>
internal static class SeriesApi
{
    public static void MapSeriesApi(this IEndpointRouteBuilder endpoints)
    {
        var series = endpoints.MapGroup("/api/v1/need-series").WithTags("needs").WithBodyRules();
        series.MapPost("", CreateAsync).WithName("createNeedSeries");
        series.MapPost("/dates", PlanAsync).WithName("planNeedSeries");
        series.MapGet("/{id:guid}", FindAsync).WithName("getNeedSeries");
        series.MapPost("/{id:guid}/cancel", CancelAsync).WithName("cancelNeedSeries");
        series.MapPost("/{id:guid}/restore", RestoreAsync).WithName("restoreNeedSeries");
    }

    private static async Task<Results<Created<SeriesView>, ProblemHttpResult>> CreateAsync(
        NewSeriesBody body, NeedDrafts drafts, SeriesDrafts series, ICurrentUser user, RelaisDb db, NeedLines lines, Words t, CancellationToken cancellation)
    {
        var (request, plan, problem) = await ReadAsync(body, drafts, series, user, t, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        await series.WriteAsync(request!, plan!, cancellation);

        // The identity may be that of another establishment's series.
        return await ViewAsync(request!.Id, db, lines, cancellation) is { } view && view.Finess == request.Place.Finess.Value
            ? TypedResults.Created($"/api/v1/need-series/{view.Id}", view)
            : Problem.NotAllowed();
    }

    /// <summary>The dates that the series would have; nothing is stored.</summary>
    private static async Task<Results<Ok<List<PlannedDateView>>, ProblemHttpResult>> PlanAsync(
        NewSeriesBody body, NeedDrafts drafts, SeriesDrafts series, ICurrentUser user, Words t, CancellationToken cancellation)
    {
        var (_, plan, problem) = await ReadAsync(body, drafts, series, user, t, cancellation);
        return problem is null ? TypedResults.Ok(plan!.Dates.Select(PlannedDateView.From).ToList()) : problem;
    }

    private static async Task<Results<Ok<SeriesView>, ProblemHttpResult>> FindAsync(Guid id, RelaisDb db, NeedLines lines, CancellationToken cancellation) =>
        await ViewAsync(id, db, lines, cancellation) is { } view ? TypedResults.Ok(view) : Problem.NotFound();

    private static async Task<Ok<SeriesActView>> CancelAsync(Guid id, CancelSeriesBody body, SeriesActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new SeriesActView(await acts.CancelAsync(id, body.From!.Value, cancellation), now));
    }

    private static async Task<Ok<SeriesActView>> RestoreAsync(Guid id, RestoreSeriesBody body, SeriesActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new SeriesActView(await acts.RestoreAsync(id, body.Since!.Value, cancellation), now));
    }

    private static async Task<(SeriesRequest? Request, SeriesPlan? Plan, ProblemHttpResult? Problem)> ReadAsync(
        NewSeriesBody body, NeedDrafts drafts, SeriesDrafts series, ICurrentUser user, Words t, CancellationToken cancellation)
    {
        if (!await user.MayAsync(Resource.OfFacility(body.Finess!.Value), cancellation, Role.FacilityManager))
        {
            return (null, null, Problem.NotAllowed());
        }

        if (await drafts.PlaceOfAsync(body.Finess, cancellation) is not { } place)
        {
            return (null, null, Problem.Because(StatusCodes.Status422UnprocessableEntity, "facility_unknown", t["Cet établissement n’est pas connu de Relais."]));
        }

        var request = body.ToRequest(place);
        return await series.PlanAsync(request, cancellation) switch
        {
            SeriesAnswer.Planned planned => (request, planned.Plan, null),
            SeriesAnswer.Refused refused => (null, null, Problem.Because(StatusCodes.Status422UnprocessableEntity, refused.Code, refused.Sentence)),
            _ => throw new InvalidOperationException("A series is planned or refused"),
        };
    }

    private static async Task<SeriesView?> ViewAsync(Guid id, RelaisDb db, NeedLines lines, CancellationToken cancellation) =>
        await db.Set<NeedSeries>().AsNoTracking().SingleOrDefaultAsync(series => series.Id == id, cancellation) is { } found
            ? SeriesView.From(found, await lines.ListAsync(db.Set<Need>().Where(need => need.SeriesId == id).OrderBy(need => need.SeriesDay), cancellation))
            : null;
}
