using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>Who acts now, and by what means. The room that knows accounts provides it.</summary>
public interface ICurrentActor
{
    /// <summary>The account that is signed in, or none for a link, a job or a visitor.</summary>
    Guid? AccountId { get; }

    /// <summary>How the actor came: <c>page</c>, <c>api</c>, <c>link</c>, <c>job</c>, <c>command</c>.</summary>
    string Means { get; }
}

/// <summary>
/// The append-only record of what was done and of who read whose file. It joins the caller's unit of work: the entry
/// exists if, and only if, the act does. Ids only: a name never enters.
/// </summary>
public sealed class JournalWriter(RelaisDb db, ICurrentActor actor, TimeProvider clock)
{
    public void Record(string action, string subjectKind, Guid subjectId, string? detail = null) =>
        Record(action, subjectKind, subjectId.ToString(), detail);

    public void Record(string action, string subjectKind, string subjectId, string? detail = null)
    {
        var entry = new JournalEntry
        {
            At = clock.GetUtcNow(),
            AccountId = actor.AccountId,
            Means = actor.Means,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Detail = detail,
        };
        entry.Digest = JournalRow.Of(entry).ComputeDigest();
        db.Add(entry);
    }
}
