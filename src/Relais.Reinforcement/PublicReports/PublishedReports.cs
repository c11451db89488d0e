using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Time;

namespace Relais.Reinforcement.PublicReports;

/// <summary>Publishes reports and takes them back.</summary>
internal sealed class PublishedReports(RelaisDb db, PublicFigureBook book, JournalWriter journal, TimeProvider clock)
{
    private const string MonthOnce = "public_report_month_once";

    /// <summary>The latest first.</summary>
    public Task<List<PublicReport>> ListAsync(CancellationToken cancellation) => Standing().OrderByDescending(report => report.PublishedAt).ToListAsync(cancellation);

    public Task<PublicReport?> FindAsync(Guid id, CancellationToken cancellation) => Standing().SingleOrDefaultAsync(report => report.Id == id, cancellation);

    /// <summary>The report that tells a month of the period already.</summary>
    public async Task<PublicReport?> OverlappingAsync(Scope scope, ReportPeriod period, CancellationToken cancellation)
    {
        var name = scope.ToString();
        return await Standing().Where(report => report.Scope == name && report.FirstMonth <= period.Last && report.LastMonth >= period.First)
            .OrderBy(report => report.FirstMonth).FirstOrDefaultAsync(cancellation);
    }

    /// <returns>The report; nothing when another one tells a month of it.</returns>
    public async Task<PublicReport?> PublishAsync(Scope scope, string place, ReportPeriod period, string foreword, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    var report = new PublicReport
                    {
                        Scope = scope.ToString(), Place = place, FirstMonth = period.First, LastMonth = period.Last, Foreword = foreword,
                        Figures = await book.OfAsync(scope, period, cancellation), PublishedAt = clock.GetUtcNow(),
                    };
                    db.Add(report);
                    await db.SaveChangesAsync(cancellation);
                    db.AddRange(period.Months.Select(month => new PublicReportMonth { Scope = report.Scope, Month = month, ReportId = report.Id }));
                    journal.Record("report.published", "public_report", report.Id, $"scope={report.Scope} months={MonthText.Write(period.First)}..{MonthText.Write(period.Last)}");
                    await db.SaveChangesAsync(cancellation);
                    return report;
                },
                cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(MonthOnce, "public_report_month.scope", "public_report_month.month"))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Its months can be told again; its address answers no more.</summary>
    public Task WithdrawAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            async () =>
            {
                if (await db.Set<PublicReport>().Where(report => report.Id == id && report.WithdrawnAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(report => report.WithdrawnAt, now), cancellation) is 0)
                {
                    return;
                }

                await db.Set<PublicReportMonth>().Where(month => month.ReportId == id).ExecuteDeleteAsync(cancellation);
                journal.Record("report.withdrawn", "public_report", id);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    private IQueryable<PublicReport> Standing() => db.Set<PublicReport>().AsNoTracking().Where(report => report.WithdrawnAt == null);
}
