using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>One line of the journal: ids, which the reader turns into names if they may.</summary>
/// <param name="IsSealed">Whether a seal already holds it.</param>
public sealed record JournalLine(
    Guid Id, DateTimeOffset At, Guid? AccountId, string Means, string Action, string SubjectKind, string SubjectId, string? Detail, bool IsSealed);

/// <param name="AccountId">What this account did.</param>
/// <param name="SubjectKind">With <paramref name="SubjectId"/>: what was done about this.</param>
/// <param name="SubjectId">The id of the subject.</param>
/// <param name="Action">What begins like this: <c>role.</c> or <c>role.given</c>.</param>
/// <param name="Before">Only what happened before.</param>
public sealed record JournalQuestion(
    Guid? AccountId = null, string? SubjectKind = null, string? SubjectId = null, string? Action = null, DateTimeOffset? Before = null);

/// <summary>Reads the journal, latest first.</summary>
public sealed class JournalReader(RelaisDb db)
{
    public async Task<IReadOnlyList<JournalLine>> ReadAsync(JournalQuestion question, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var entries = db.Set<JournalEntry>().AsNoTracking();
        if (question.AccountId is { } account)
        {
            entries = entries.Where(entry => entry.AccountId == account);
        }

        if (question is { SubjectKind: { } kind, SubjectId: { } subject })
        {
            entries = entries.Where(entry => entry.SubjectKind == kind && entry.SubjectId == subject);
        }

        if (question.Action is { Length: > 0 } action)
        {
            entries = entries.Where(entry => entry.Action.StartsWith(action));
        }

        if (question.Before is { } before)
        {
            entries = entries.Where(entry => entry.At < before);
        }

        return await ListAsync(entries.OrderByDescending(entry => entry.At).Take(most), cancellation);
    }

    public async Task<JournalPage> ReadAsync(SubjectQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var entries = db.Set<JournalEntry>().AsNoTracking()
            .Where(entry => entry.SubjectKind == question.SubjectKind && question.SubjectIds.Contains(entry.SubjectId) && question.Actions.Contains(entry.Action))
            .Where(entry => entry.AccountId == null || !question.Except.Contains(entry.AccountId.Value));
        if (question.From is { } from)
        {
            entries = entries.Where(entry => entry.At >= from);
        }

        if (question.Until is { } until)
        {
            entries = entries.Where(entry => entry.At < until);
        }

        var page = entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip(question.Skip).Take(question.Most);
        return new JournalPage(await entries.CountAsync(cancellation), await ListAsync(page, cancellation));
    }

    private static async Task<IReadOnlyList<JournalLine>> ListAsync(IQueryable<JournalEntry> entries, CancellationToken cancellation) => await entries
        .Select(entry => new JournalLine(
            entry.Id, entry.At, entry.AccountId, entry.Means, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Detail, entry.SealNumber != null))
        .ToListAsync(cancellation);
}
