using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;

namespace Relais.Accounts.Verifications;

/// <param name="Outcome">Accepted, refused or more asked.</param>
/// <param name="Seen">What the decision rests on: « diplôme d’État de 2009, inscription au tableau ».</param>
/// <param name="Reason">What the person reads.</param>
internal sealed record Judgement(VerificationState Outcome, int? Level, DateOnly? ValidUntil, string Seen, string Reason);

/// <summary>Decides a case: verdict, consequences in the room that asked, and the end of the documents are one transaction.</summary>
internal sealed class VerificationJudgement(
    RelaisDb db,
    VerificationDesk desk,
    IEnumerable<IVerificationHandler> handlers,
    FileStore files,
    CurrentUser user,
    Outbox outbox,
    JournalWriter journal,
    TimeProvider clock)
{
    /// <returns>False when the case was decided or taken back in the meantime.</returns>
    public async Task<bool> DecideAsync(Guid id, Judgement judgement, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(() => DecideOnceAsync(id, judgement, cancellation), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<bool> DecideOnceAsync(Guid id, Judgement judgement, CancellationToken cancellation)
    {
        if (await db.FindAsync<Verification>([id], cancellation) is not { State: VerificationState.Waiting } verification)
        {
            return false;
        }

        var decision = new VerificationDecision(
            id, verification.SubjectId, verification.PersonId, judgement.Outcome, judgement.Level, judgement.ValidUntil,
            judgement.Reason, user.Account, clock.GetUtcNow());
        verification.Decide(decision, judgement.Seen);
        if (judgement.Outcome is not VerificationState.MoreAsked)
        {
            await files.DeleteAsync(await desk.FilesOfAsync(id, cancellation), cancellation);
        }

        journal.Record("verification.decided", "verification", id, $"{judgement.Outcome}");
        var handler = handlers.Single(handler => handler.Kind == verification.Kind);
        if (!handler.IsFinding || judgement.Outcome is not VerificationState.Accepted)
        {
            outbox.Add(verification.PersonId.Value, new VerificationDecidedMessage(id), new MessageSubject("verification", id));
        }

        await handler.DecidedAsync(decision, cancellation);
        return true;
    }
}
