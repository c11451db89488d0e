using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Demonstration;
using Relais.Kernel.Identifiers;
using Relais.Replies.Inbound;
using Relais.Replies.Questions;
using Relais.Replies.Reading;

namespace Relais.Replies.Demonstration;

/// <summary>Invents what somebody of Carhaix answered one evening, which is neither a yes nor a no, and too late for its question.</summary>
internal sealed class RepliesDemonstration(RelaisDb db) : IDemonstration
{
    private const string Number = "+33639980042";
    private const string Text = "Bonsoir, oui mais pas avant 23 h, je garde ma fille. Appelez-moi svp";

    public async Task SeedAsync(DemonstrationRun run, CancellationToken cancellation)
    {
        var asked = run.Now.AddHours(-20);
        var question = new Question
        {
            Number = Number,
            Letter = Question.Letters[..1],
            PersonId = PersonId.New(),
            AboutKind = "offer",
            AboutId = Guid.CreateVersion7(),
            CommuneCode = CommuneCode.Stored("29024"),
            OpenedAt = asked,
            RetiredAt = run.Now.AddHours(-8),
        };
        db.Add(question);
        db.Add(new SmsReply
        {
            ProviderId = "demonstration",
            Number = Number,
            Text = Text,
            ReceivedAt = asked.AddMinutes(7),
            Meaning = ReplyText.Read(Text).Meaning,
            QuestionId = question.Id,
        });
        await db.SaveChangesAsync(cancellation);
    }
}
