using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Preview;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Api;

/// <summary>Needs for programs: the same acts and the same rules as the pages.</summary>
internal static class NeedsApi
{
    private const int Most = 200;

    public static void MapNeedsApi(this IEndpointRouteBuilder endpoints)
    {
        var needs = endpoints.MapGroup("/api/v1/needs").WithTags("needs").WithBodyRules();
        needs.MapPost("", CreateAsync).WithName("createNeed");
        needs.MapGet("", ListAsync).WithName("listNeeds");
        needs.MapGet("/{id:guid}", FindAsync).WithName("getNeed");
        needs.MapGet("/{id:guid}/preview", PreviewAsync).WithName("previewNeed");
        needs.MapPost("/{id:guid}/publish", PublishAsync).WithName("publishNeed");
        needs.MapPost("/{id:guid}/close", CloseAsync).WithName("closeNeed");
        needs.MapPost("/{id:guid}/cancel", CancelAsync).WithName("cancelNeed");
    }

    private static async Task<Results<Created<NeedAnswer>, ProblemHttpResult>> CreateAsync(
        NewNeedBody body, NeedDrafts drafts, ICurrentUser user, RelaisDb db, Words t, TimeProvider clock, CancellationToken cancellation)
    {
        if (!await user.MayAsync(Resource.OfFacility(body.Finess!.Value), cancellation, Role.FacilityManager))
        {
            return Problem.NotAllowed();
        }

        if (body.StartsAt <= clock.GetUtcNow())
        {
            return Problem.Because(StatusCodes.Status422UnprocessableEntity, "need_started", t["Ce moment est déjà passé : choisissez un jour ou une heure à venir."]);
        }

        if (await drafts.WriteAsync(body, cancellation) is not { } need)
        {
            return Problem.Because(StatusCodes.Status422UnprocessableEntity, "facility_unknown", t["Cet établissement n’est pas connu de Relais."]);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/needs/{need.Id}", NeedAnswer.From(need, held: 0, asked: 0));
    }

    private static async Task<Ok<List<NeedAnswer>>> ListAsync(string? facility, RelaisDb db, ICurrentUser user, IFacilities facilities, CancellationToken cancellation)
    {
        var mine = await facilities.ManagedByAsync(user, cancellation);
        var wanted = facility is null ? null : Finess.Parse(facility).Value;
        var rows = await db.Set<Need>().AsNoTracking()
            .Where(need => mine.Contains(need.Finess) && (facility == null || need.Finess == wanted))
            .OrderByDescending(need => need.StartsAt).Take(Most)
            .Select(need => new
            {
                Need = need,
                Held = db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null),
                Asked = db.Set<Offer>().Count(o => o.NeedId == need.Id && !o.CameForward),
            })
            .ToListAsync(cancellation);
        return TypedResults.Ok(rows.ConvertAll(row => NeedAnswer.From(row.Need, row.Held, row.Asked)));
    }

    private static async Task<Results<Ok<NeedAnswer>, ProblemHttpResult>> FindAsync(Guid id, RelaisDb db, CancellationToken cancellation) =>
        await AnswerAsync(id, db, cancellation) is { } answer ? TypedResults.Ok(answer) : Problem.NotFound();

    private static async Task<Results<Ok<PreviewView>, ProblemHttpResult>> PreviewAsync(Guid id, Previewing previewing, RelaisDb db, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        return await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation) is { } need
            ? TypedResults.Ok(await previewing.PreviewAsync(need, cancellation))
            : Problem.NotFound();
    }

    private static Task<Results<Ok<NeedAnswer>, ProblemHttpResult>> PublishAsync(Guid id, NeedLife life, RelaisDb db, CancellationToken cancellation) =>
        ActAsync(id, (need, stop) => life.PublishAsync(need, stop), db, cancellation);

    private static Task<Results<Ok<NeedAnswer>, ProblemHttpResult>> CloseAsync(Guid id, NeedLife life, RelaisDb db, CancellationToken cancellation) =>
        ActAsync(id, life.CloseAsync, db, cancellation);

    private static Task<Results<Ok<NeedAnswer>, ProblemHttpResult>> CancelAsync(Guid id, NeedLife life, RelaisDb db, CancellationToken cancellation) =>
        ActAsync(id, life.CancelAsync, db, cancellation);

    private static async Task<Results<Ok<NeedAnswer>, ProblemHttpResult>> ActAsync(
        Guid id, Func<NeedId, CancellationToken, Task<NeedResult>> act, RelaisDb db, CancellationToken cancellation) =>
        await act(new NeedId(id), cancellation) switch
        {
            NeedResult.Refused refused => Problem.Because(StatusCodes.Status409Conflict, refused.Code, refused.Sentence),
            NeedResult.Done => TypedResults.Ok((await AnswerAsync(id, db, cancellation))!),
            _ => Problem.NotFound(),
        };

    private static async Task<NeedAnswer?> AnswerAsync(Guid id, RelaisDb db, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        return await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation) is { } need
            ? NeedAnswer.From(
                need,
                await db.Set<Assignment>().CountAsync(a => a.NeedId == key && a.ReleasedAt == null, cancellation),
                await db.Set<Offer>().CountAsync(o => o.NeedId == key && !o.CameForward, cancellation))
            : null;
    }
}
