using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Messages.Sms;
using Relais.Kernel.Wording;
using Relais.Replies.Notices;
using Relais.Replies.Questions;
using Relais.Replies.Reading;

namespace Relais.Replies.Inbound;

/// <summary>
/// Takes what people answer: to its own question, or to a person when it is not plainly a yes or a no to one. Nothing is
/// guessed: a bare yes among three open questions is asked « which? ».
/// </summary>
internal sealed class Receiving(
    RelaisDb db, QuestionBook questions, Deliveries deliveries, IRecipientDirectory directory, Outbox outbox, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <param name="sms">What came; the same twice has its effect once.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ReceiveAsync(InboundSms sms, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<SmsReply>().AnyAsync(known => known.ProviderId == sms.Id, cancellation))
            {
                return;
            }

            var reading = ReplyText.Read(sms.Text);
            var reply = new SmsReply { ProviderId = sms.Id, Number = sms.From, Text = sms.Text, ReceivedAt = clock.GetUtcNow(), Meaning = reading.Meaning };
            db.Add(reply);
            journal.Record("sms.received", "sms-reply", reply.Id, $"{reading.Meaning}");
            var people = await questions.PeopleOfAsync(sms.From, cancellation);
            await SpeakAsync(people, cancellation);
            if (reading.Meaning is ReplyMeaning.Stop)
            {
                foreach (var person in people.Distinct())
                {
                    await directory.StopAsync(person, Channel.Sms, cancellation);
                }

                reply.State = ReplyState.Taken;
                return;
            }

            var open = await questions.AwaitedByAsync([sms.From], cancellation);
            var bound = await BindAsync(reading.Letter, sms.InReplyTo, open, cancellation);
            reply.QuestionId = bound?.Question.Id;
            if (reading.Meaning is ReplyMeaning.Unclear)
            {
                return;
            }

            if (bound is not null)
            {
                await TakeAsync(reply, bound.Question, reading.Meaning is ReplyMeaning.Yes, cancellation);
            }
            else if (people.Count > 0)
            {
                Echo(reply, people[0], open.Count is 0
                    ? t["Aucune demande n’attend de réponse de votre part en ce moment."]
                    : t["Pour quelle demande ? Répondez {0}.", string.Join(t[" ou "], open.Select(asked => $"{(reading.Meaning is ReplyMeaning.Yes ? t["OUI"] : t["NON"])} {asked.Question.Letter} ({asked.Line})"))]);
                reply.State = ReplyState.Taken;
            }
        },
        cancellation);

    /// <summary>Gives an answer its effect, and tells the person what became of it.</summary>
    public async Task TakeAsync(SmsReply reply, Question question, bool isYes, CancellationToken cancellation)
    {
        Echo(reply, question.PersonId.Value, await questions.RoomOf(question).AnswerAsync(question.AboutId, isYes, cancellation));
        (reply.State, reply.QuestionId) = (ReplyState.Taken, question.Id);
    }

    private void Echo(SmsReply reply, Guid person, string sentence)
    {
        reply.Echo = sentence;
        outbox.Add(person, new ReplyEcho(reply.Id), onceKey: $"{reply.Id}");
    }

    /// <summary>By the letter, by the message that the provider says was answered, or because there is one alone.</summary>
    private async Task<Awaited?> BindAsync(char? letter, string? inReplyTo, IReadOnlyList<Awaited> open, CancellationToken cancellation)
    {
        if (letter is { } named)
        {
            return open.FirstOrDefault(asked => asked.Question.Letter[0] == named);
        }

        if (inReplyTo is { } reference && await deliveries.SubjectOfAsync(reference, cancellation) is { } answered)
        {
            return open.FirstOrDefault(asked => asked.Question.AboutKind == answered.Subject.Kind && asked.Question.AboutId == answered.Subject.Id);
        }

        return open is [var only] ? only : null;
    }

    /// <summary>What is told in return is told in the language of the person, not of the provider.</summary>
    private async Task SpeakAsync(List<Guid> people, CancellationToken cancellation)
    {
        if (people.Count > 0 && (await directory.FindAsync([people[0]], cancellation)).TryGetValue(people[0], out var person))
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(person.Language);
        }
    }
}
