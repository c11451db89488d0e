using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Verifications;

/// <summary>Takes cases in from the rooms.</summary>
internal sealed class VerificationDesk(RelaisDb db, FileStore files, JournalWriter journal, TimeProvider clock) : IVerifications
{
    public async Task<Guid> SubmitAsync(NewVerification verification, CancellationToken cancellation)
    {
        var current = await WaitingAsync(verification.Kind, verification.Subject, cancellation);
        if (current is null)
        {
            current = new Verification
            {
                Kind = verification.Kind,
                SubjectId = verification.Subject,
                PersonId = verification.Person,
                Evidence = verification.Evidence,
                Commune = verification.Commune,
                SubmittedAt = clock.GetUtcNow(),
            };
            db.Add(current);
            await TakeOverFilesAsync(current, cancellation);
        }

        (current.AskedLevel, current.Evidence) = (verification.AskedLevel, verification.Evidence);
        (current.Commune, current.Finess) = (verification.Commune, verification.Finess);
        db.AddRange(verification.Files.Select(file => new VerificationFile { VerificationId = current.Id, FileId = file }));
        journal.Record("verification.submitted", "verification", current.Id, verification.Kind);
        return current.Id;
    }

    public async Task WithdrawAsync(string kind, Guid subject, CancellationToken cancellation)
    {
        if (await WaitingAsync(kind, subject, cancellation) is { } current)
        {
            current.Withdraw();
            await files.DeleteAsync(await FilesOfAsync(current.Id, cancellation), cancellation);
            journal.Record("verification.withdrawn", "verification", current.Id, kind);
        }
    }

    public async Task<IReadOnlyDictionary<Guid, VerificationStanding>> LatestAsync(
        string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var cases = await db.Set<Verification>().AsNoTracking()
            .Where(v => v.Kind == kind && subjects.Contains(v.SubjectId))
            .ToListAsync(cancellation);
        return cases.GroupBy(v => v.SubjectId).ToDictionary(group => group.Key, group => group.MaxBy(v => v.SubmittedAt)!.Standing);
    }

    public async Task<IReadOnlyList<Guid>> FilesOfAsync(Guid verification, CancellationToken cancellation) =>
        await db.Set<VerificationFile>().Where(file => file.VerificationId == verification).Select(file => file.FileId).ToListAsync(cancellation);

    private Task<Verification?> WaitingAsync(string kind, Guid subject, CancellationToken cancellation) => db.Set<Verification>()
        .SingleOrDefaultAsync(v => v.Kind == kind && v.SubjectId == subject && v.State == VerificationState.Waiting, cancellation);

    /// <summary>Who was asked for more does not send again what was already seen.</summary>
    private async Task TakeOverFilesAsync(Verification verification, CancellationToken cancellation)
    {
        var previous = await db.Set<Verification>().AsNoTracking()
            .Where(v => v.Kind == verification.Kind && v.SubjectId == verification.SubjectId)
            .OrderByDescending(v => v.SubmittedAt)
            .FirstOrDefaultAsync(cancellation);
        if (previous is { State: VerificationState.MoreAsked })
        {
            var seen = await FilesOfAsync(previous.Id, cancellation);
            db.AddRange(seen.Select(file => new VerificationFile { VerificationId = verification.Id, FileId = file }));
        }
    }
}
