using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Replies.Inbound;
using Relais.Replies.Questions;

namespace Relais.Replies.Unclear;

/// <summary>Replies that a person has to read, where a coordinator answers for the question; those of nobody known go to the nation.</summary>
internal sealed class RepliesToRead(RelaisDb db, ICurrentUser user, IScopeResolver places, IPeople people, QuestionBook questions, Receiving receiving, JournalWriter journal, TimeProvider clock)
{
    public const int Most = 100;

    public async Task<IReadOnlyList<UnclearReply>> ListAsync(int most, CancellationToken cancellation)
    {
        var replies = await (await InScopeAsync(cancellation)).AsNoTracking().OrderBy(reply => reply.ReceivedAt).Take(most).ToListAsync(cancellation);
        var open = (await questions.AwaitedByAsync([.. replies.Select(reply => reply.Number).Distinct()], cancellation)).ToLookup(asked => asked.Question.Number);
        var names = await people.FindAsync([.. open.SelectMany(asked => asked).Select(asked => asked.Question.PersonId).Distinct()], cancellation);
        return replies.ConvertAll(reply => new UnclearReply(
            reply, [.. MayAnswer(reply, [.. open[reply.Number]]).Select(asked => (asked, names.GetValueOrDefault(asked.Question.PersonId)?.FullName ?? ""))]));
    }

    public async Task<int> CountAsync(CancellationToken cancellation) => await (await InScopeAsync(cancellation)).CountAsync(cancellation);

    /// <param name="id">The reply.</param>
    /// <param name="question">To which question it is a yes or a no; none when nothing is to follow.</param>
    /// <param name="isYes">Which of the two.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when there is no such reply to read here.</returns>
    public Task<bool> ReadAsync(Guid id, Guid? question, bool isYes, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await (await InScopeAsync(cancellation)).SingleOrDefaultAsync(reply => reply.Id == id, cancellation) is not { } reply)
            {
                return false;
            }

            if (question is { } asked)
            {
                if ((await questions.AwaitedByAsync([reply.Number], cancellation)).FirstOrDefault(one => one.Question.Id == asked) is not { } open)
                {
                    return false;
                }

                await receiving.TakeAsync(reply, open.Question, isYes, cancellation);
            }

            (reply.State, reply.ReadBy, reply.ReadAt) = (ReplyState.Read, user.Account, clock.GetUtcNow());
            journal.Record("sms.read", "sms-reply", reply.Id, question is null ? "no-effect" : isYes ? "yes" : "no");
            return true;
        },
        cancellation);

    /// <summary>The one that its letter named, if that still waits; otherwise any that is open for the number.</summary>
    private static IReadOnlyList<Awaited> MayAnswer(SmsReply reply, IReadOnlyList<Awaited> open) =>
        open.FirstOrDefault(asked => asked.Question.Id == reply.QuestionId) is { } named ? [named] : open;

    private async Task<IQueryable<SmsReply>> InScopeAsync(CancellationToken cancellation)
    {
        var toRead = db.Set<SmsReply>().Where(reply => reply.State == ReplyState.ToRead);
        var scopes = user.ScopesOf(Role.Coordinator, Role.NationalCrisisCentre);
        if (scopes.Contains(Scope.National))
        {
            return toRead;
        }

        var communes = await places.CommunesOfAsync(scopes, cancellation);

        var codes = communes.Select(CommuneCode.Stored).ToList();
        return toRead.Where(reply => db.Set<Question>().Any(question => question.Number == reply.Number && EF.Parameter(codes).Contains(question.CommuneCode)));
    }
}

/// <param name="Asked">The questions that it may answer, each with the name of who was asked.</param>
internal sealed record UnclearReply(SmsReply Reply, IReadOnlyList<(Awaited Asked, string Name)> Asked);
