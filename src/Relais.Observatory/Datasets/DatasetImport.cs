using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Text;
using Relais.Observatory.Contracts;
using Relais.Observatory.Ranges;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>Takes a file in, whole or not at all, or says what would happen.</summary>
internal sealed class DatasetImport(RelaisDb db, ICommunes communes, IEnumerable<IDatasetShape> shapes, JournalWriter journal, JobQueue jobs, TimeProvider clock) : IDatasetImport
{
    public async Task<DatasetReport> RunAsync(DatasetKind kind, DatasetFile file, CancellationToken cancellation)
    {
        var sha256 = await HashAsync(file, cancellation);
        if (await IsInAsync(kind, sha256, cancellation))
        {
            return Refused(DatasetRefusal.AlreadyIn, null, new BadLines());
        }

        var table = await communes.GetAsync(cancellation);
        var bad = new BadLines();
        await using var stream = file.Open();
        IDatasetContent content;
        try
        {
            content = await shapes.Single(shape => shape.Kind == kind).ReadAsync(stream, table, bad, cancellation);
        }
        catch (WrongShapeException wrong)
        {
            bad.Add(wrong.Line, wrong.Message);
            return Refused(DatasetRefusal.WrongShape, null, bad);
        }
        catch (UnreadableRowException torn)
        {
            bad.Add(torn.Line, torn.Reason is UnreadableRow.OpenQuote ? "a quote is opened and never closed" : "the line has no end");
            return Refused(DatasetRefusal.WrongShape, null, bad);
        }

        return content.Kept is 0 && bad.Count is 0 ? Refused(DatasetRefusal.Empty, content, bad)
            : bad.Count > 0 && (!file.SkipsBadLines || content.Kept is 0) ? Refused(DatasetRefusal.BadLines, content, bad)
            : file.IsRehearsal ? Taken(null, content, bad)
            : await WriteAsync(kind, file, sha256, content, bad, cancellation);
    }

    public Task<bool> UndoAsync(Guid id, CancellationToken cancellation) => SetUndoneAsync(id, clock.GetUtcNow(), cancellation);

    public async Task<bool> RestoreAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            return await SetUndoneAsync(id, null, cancellation);
        }
        catch (Exception twice) when (twice.RefusedBy("dataset_once", "dataset.kind, dataset.sha256"))
        {
            return false;
        }
    }

    private Task<bool> SetUndoneAsync(Guid id, DateTimeOffset? at, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var isDone = await db.Set<Dataset>().Where(dataset => dataset.Id == id && (dataset.UndoneAt == null) == (at != null))
                .ExecuteUpdateAsync(update => update.SetProperty(dataset => dataset.UndoneAt, at), cancellation) > 0;
            if (isDone)
            {
                journal.Record(at is null ? "dataset.restored" : "dataset.undone", "dataset", id);
                jobs.Add(new ComputeRanges());
                await db.SaveChangesAsync(cancellation);
            }

            return isDone;
        },
        cancellation);

    private async Task<DatasetReport> WriteAsync(DatasetKind kind, DatasetFile file, string sha256, IDatasetContent content, BadLines bad, CancellationToken cancellation)
    {
        var dataset = new Dataset
        {
            Kind = kind,
            Source = file.Source,
            Vintage = file.Vintage,
            Licence = file.Licence,
            Quality = file.Quality,
            IsInvented = file.IsInvented,
            FileName = file.Name,
            Sha256 = sha256,
            Lines = content.Lines,
            Kept = content.Kept,
            Rejected = bad.Count,
            ImportedAt = clock.GetUtcNow(),
        };
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.Add(dataset);
                    journal.Record("dataset.imported", "dataset", dataset.Id, $"{kind} sha256={sha256}");
                    jobs.Add(new ComputeRanges());
                    await db.SaveChangesAsync(cancellation);
                    await content.WriteAsync(db, dataset.Id, cancellation);
                },
                cancellation);
        }
        catch (Exception twice) when (twice.RefusedBy("dataset_once", "dataset.kind, dataset.sha256"))
        {
            return Refused(DatasetRefusal.AlreadyIn, content, bad);
        }

        return Taken(dataset.Id, content, bad);
    }

    private static DatasetReport Taken(Guid? dataset, IDatasetContent content, BadLines bad) =>
        new(dataset, null, content.Lines, content.Kept, bad.Count, bad.First) { Times = content.Times };

    private Task<bool> IsInAsync(DatasetKind kind, string sha256, CancellationToken cancellation) =>
        db.Set<Dataset>().AnyAsync(dataset => dataset.Kind == kind && dataset.Sha256 == sha256 && dataset.UndoneAt == null, cancellation);

    private static DatasetReport Refused(DatasetRefusal refusal, IDatasetContent? content, BadLines bad) =>
        new(null, refusal, content?.Lines ?? 0, content?.Kept ?? 0, bad.Count, bad.First);

    private static async Task<string> HashAsync(DatasetFile file, CancellationToken cancellation)
    {
        await using var stream = file.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}
