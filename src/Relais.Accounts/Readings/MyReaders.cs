using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Duplicates;
using Relais.Accounts.Rights;
using Relais.Design.Files;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Readings;

/// <param name="From">Included.</param>
/// <param name="Until">Excluded.</param>
internal sealed record ReadPeriod(DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <param name="Functions">In which functions the reader could see that, at that moment.</param>
/// <param name="What">What was seen.</param>
/// <param name="IsProgram">By a program that the reader uses.</param>
internal sealed record ReadLine(DateTimeOffset At, IReadOnlyList<string> Functions, string What, bool IsProgram);

internal sealed record ReadPage(int Total, IReadOnlyList<ReadLine> Lines);

/// <summary>
/// Who read what is kept of a person: the function in which, not the name, for those who read act for their house and not
/// for themselves (Court of Justice of the European Union, C-579/21, 22 June 2023).
/// </summary>
internal sealed class MyReaders(RelaisDb db, WholeDossiers dossiers, JournalReader journal, IEnumerable<FileReading> readings, ScopeNames names, Words t)
{
    public async Task<ReadPage> ReadAsync(PersonId person, ReadPeriod period, PageRows rows, CancellationToken cancellation)
    {
        var known = readings.ToDictionary(reading => reading.Action, StringComparer.Ordinal);
        var dossier = await dossiers.FindAsync(person, cancellation);
        var page = await journal.ReadAsync(
            new SubjectQuestion
            {
                SubjectKind = "person",
                SubjectIds = [.. dossier.People.Select(one => one.ToString())],
                Actions = [.. known.Keys],
                Except = [.. dossier.Accounts.Select(account => account.Value)],
                From = period.From,
                Until = period.Until,
                Skip = rows.Skip,
                Most = rows.Take,
            },
            cancellation);
        var roles = await RolesOfAsync(page.Lines, cancellation);
        var lines = new List<ReadLine>(page.Lines.Count);
        foreach (var line in page.Lines)
        {
            var reading = known[line.Action];
            var functions = await DescribeAsync(roles[line.AccountId].Where(role => role.IsActiveAt(line.At) && reading.By.Contains(role.Role)), cancellation);
            lines.Add(new ReadLine(line.At, functions, t[reading.Sentence], line.Means is "api"));
        }

        return new ReadPage(page.Total, lines);
    }

    /// <summary>Every role that the readers held, those ended since too.</summary>
    private async Task<ILookup<Guid?, RoleAssignment>> RolesOfAsync(IReadOnlyList<JournalLine> lines, CancellationToken cancellation)
    {
        var accounts = lines.Select(line => line.AccountId).OfType<Guid>().Distinct().Select(id => new AccountId(id)).ToList();
        var held = await db.Set<HeldRole>().AsNoTracking().Where(role => accounts.Contains(role.AccountId)).OrderBy(role => role.Id).ToListAsync(cancellation);
        return held.ToLookup(role => (Guid?)role.AccountId.Value, role => role.ToAssignment());
    }

    private async Task<IReadOnlyList<string>> DescribeAsync(IEnumerable<RoleAssignment> roles, CancellationToken cancellation)
    {
        var described = new List<string>();
        foreach (var role in roles.DistinctBy(role => (role.Role, role.Scope)))
        {
            described.Add(await names.DescribeAsync(role, cancellation));
        }

        return described;
    }
}
