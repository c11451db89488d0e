using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Volunteers.Registration;

namespace Relais.Volunteers.Retention;

/// <summary>A registration begun and left: nobody waits for it.</summary>
internal sealed class DraftRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "volunteers.draft";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<RegistrationDraft>().Where(draft => draft.UpdatedAt < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
