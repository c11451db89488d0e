using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Files;
using Relais.Kernel.Retention;

namespace Relais.Accounts.Verifications;

/// <summary>
/// A decision deletes the documents; asking for more keeps them for the next case. When no next case comes they go too.
/// </summary>
internal sealed class UnansweredEvidence(RelaisDb db, FileStore files) : IRetentionRule
{
    public string Key => "accounts.unanswered-evidence";

    public async Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        var left = await db.Set<VerificationFile>()
            .Where(file => db.Set<Verification>().Any(v => v.Id == file.VerificationId && v.State == VerificationState.MoreAsked && v.DecidedAt < endedBefore))
            .Where(file => !db.Set<VerificationFile>().Any(again => again.FileId == file.FileId
                && db.Set<Verification>().Any(v => v.Id == again.VerificationId && v.State == VerificationState.Waiting)))
            .Select(file => file.FileId)
            .Distinct()
            .ToListAsync(cancellation);
        var count = await files.DeleteAsync(left, cancellation);
        await db.SaveChangesAsync(cancellation);
        return count;
    }
}
