using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Api;

/// <summary>The offers of the person who asks, and the answers to them.</summary>
internal static class OffersApi
{
    private const int Most = 200;

    public static void MapOffersApi(this IEndpointRouteBuilder endpoints)
    {
        var offers = endpoints.MapGroup("/api/v1/offers").WithTags("offers").WithBodyRules();
        offers.MapGet("", ListAsync).WithName("listOffers");
        offers.MapPost("/{id:guid}/answer", AnswerAsync).WithName("answerOffer");
    }

    private static async Task<Ok<List<OfferAnswer>>> ListAsync(RelaisDb db, ICurrentUser user, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<Offer>().AsNoTracking()
            .Where(offer => offer.PersonId == user.Person)
            .Join(db.Set<Need>(), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer, need })
            .OrderByDescending(pair => pair.offer.SentAt).Take(Most)
            .Select(pair => new OfferAnswer(
                pair.offer.Id.Value, pair.need.Id.Value, pair.need.Finess.Value, pair.need.Cell.Code, pair.need.StartsAt, pair.need.EndsAt,
                pair.offer.State, pair.offer.Outcome, pair.need.Version, pair.offer.UndoUntil))
            .ToListAsync(cancellation));

    /// <summary>201 when the answer gives a place, 200 for every other answer that is taken, 409 with the reason when it is refused.</summary>
    private static async Task<Results<Created<AnswerTaken>, Ok<AnswerTaken>, ProblemHttpResult>> AnswerAsync(
        Guid id, AnswerBody body, Answering answering, CancellationToken cancellation)
    {
        var offer = new OfferId(id);
        var result = body.Answer!.Value switch
        {
            GivenAnswer.Yes => await answering.AcceptAsync(offer, body.Version, cancellation),
            GivenAnswer.No => await answering.DeclineAsync(offer, notThisWeek: false, body.Note, cancellation),
            GivenAnswer.NotThisWeek => await answering.DeclineAsync(offer, notThisWeek: true, body.Note, cancellation),
            GivenAnswer.Undo => await answering.UndoAsync(offer, cancellation),
            _ => await answering.WithdrawAsync(offer, body.Note, cancellation),
        };
        return result switch
        {
            AnswerResult.Done { Offer: var done } when body.Answer is GivenAnswer.Yes && done.State is OfferState.Accepted =>
                TypedResults.Created($"/api/v1/offers/{id}", new AnswerTaken(id, done.State, done.UndoUntil)),
            AnswerResult.Done { Offer: var done } => TypedResults.Ok(new AnswerTaken(id, done.State, done.UndoUntil)),
            AnswerResult.Refused refused => Problem.Because(StatusCodes.Status409Conflict, refused.Code, refused.Sentence),
            _ => Problem.NotFound(),
        };
    }

    internal enum GivenAnswer
    {
        Yes,
        No,
        NotThisWeek,
        Undo,
        Withdraw,
    }

    internal sealed record AnswerBody : IApiBody
    {
        [Required(ErrorMessage = "Indiquez la réponse")]
        public GivenAnswer? Answer { get; init; }

        /// <summary>The version of the need that was read; a yes to an older one is refused.</summary>
        public int? Version { get; init; }

        [StringLength(500, ErrorMessage = "500 caractères au plus")]
        public string? Note { get; init; }
    }

    internal sealed record AnswerTaken(Guid Id, OfferState State, DateTimeOffset? UndoUntil);

    internal sealed record OfferAnswer(
        Guid Id, Guid NeedId, string Finess, string Cell, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
        OfferState State, OfferOutcome? Outcome, int NeedVersion, DateTimeOffset? UndoUntil);
}
