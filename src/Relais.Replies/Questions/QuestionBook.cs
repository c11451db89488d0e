using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Relais.Kernel.Data;
using Relais.Replies.Contracts;
using Relais.Replies.Inbound;

namespace Relais.Replies.Questions;

/// <summary>Which questions are open for a number, by letter.</summary>
internal sealed class QuestionBook(RelaisDb db, IEnumerable<IAnswerable> rooms, IConfiguration configuration, TimeProvider clock) : IQuestions
{
    public Task<char?> OpenAsync(QuestionToAsk question, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (InboundKey.Of(configuration) is null)
            {
                return null;
            }

            var known = await db.Set<Question>()
                .Where(q => q.Number == question.Number && (q.RetiredAt == null || (q.AboutKind == question.Kind && q.AboutId == question.About)))
                .ToListAsync(cancellation);
            var same = known.Find(q => q.AboutKind == question.Kind && q.AboutId == question.About);
            if (same is { RetiredAt: null })
            {
                return same.Letter[0];
            }

            var open = known.Where(q => q.RetiredAt is null).ToList();
            var awaited = await KeepAwaitedAsync(open, cancellation);

            // Those just retired free their letters before another takes one.
            await db.SaveChangesAsync(cancellation);
            var letter = Question.Letters.FirstOrDefault(candidate => awaited.All(asked => asked.Question.Letter[0] != candidate));
            if (letter == default)
            {
                return (char?)null;
            }

            if (same is null)
            {
                db.Add(same = new Question
                {
                    Number = question.Number,
                    Letter = letter.ToString(),
                    PersonId = question.Person,
                    AboutKind = question.Kind,
                    AboutId = question.About,
                    CommuneCode = question.Commune,
                    OpenedAt = clock.GetUtcNow(),
                });
            }

            (same.Letter, same.OpenedAt, same.RetiredAt) = (letter.ToString(), clock.GetUtcNow(), null);
            return letter;
        },
        cancellation);

    /// <summary>The questions put to these numbers that still await an answer, the oldest first.</summary>
    public async Task<IReadOnlyList<Awaited>> AwaitedByAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation) =>
        await KeepAwaitedAsync(await db.Set<Question>().Where(q => numbers.Contains(q.Number) && q.RetiredAt == null).ToListAsync(cancellation), cancellation);

    /// <summary>Everybody to whom a question was ever put at this number.</summary>
    public Task<List<Guid>> PeopleOfAsync(string number, CancellationToken cancellation) =>
        db.Set<Question>().Where(q => q.Number == number).OrderByDescending(q => q.OpenedAt).Select(q => q.PersonId.Value).ToListAsync(cancellation);

    public IAnswerable RoomOf(Question question) => rooms.Single(room => room.Kind == question.AboutKind);

    private async Task<List<Awaited>> KeepAwaitedAsync(List<Question> questions, CancellationToken cancellation)
    {
        var awaited = new List<Awaited>();
        foreach (var group in questions.GroupBy(question => question.AboutKind))
        {
            var lines = await rooms.Single(room => room.Kind == group.Key).AwaitedAsync([.. group.Select(question => question.AboutId)], cancellation);
            foreach (var question in group)
            {
                if (lines.TryGetValue(question.AboutId, out var line))
                {
                    awaited.Add(new Awaited(question, line));
                }
                else
                {
                    question.RetiredAt = clock.GetUtcNow();
                }
            }
        }

        return [.. awaited.OrderBy(asked => asked.Question.OpenedAt)];
    }
}

/// <param name="Line">What it is about, in one line.</param>
internal sealed record Awaited(Question Question, string Line);
