using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Kernel.Data;

namespace Relais.Observatory.Datasets;

/// <summary>What a dataset holds when it is read whole: compressed, as it is read back.</summary>
internal sealed class DatasetContent
{
    public required Guid DatasetId { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Keeps what is written, compressed, within the transaction in progress.</summary>
    public static async Task KeepAsync(RelaisDb db, Guid dataset, Func<Stream, Task> write, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using (var compressed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            await write(compressed);
        }

        db.Add(new DatasetContent { DatasetId = dataset, Content = bytes.ToArray() });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What was kept, from its beginning.</summary>
    public static async Task<Stream> OpenAsync(RelaisDb db, Guid dataset, CancellationToken cancellation)
    {
        var content = await db.Set<DatasetContent>().AsNoTracking().Where(one => one.DatasetId == dataset).Select(one => one.Content).SingleAsync(cancellation);
        return new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DatasetContent>
    {
        public void Configure(EntityTypeBuilder<DatasetContent> content) => content.HasKey(c => c.DatasetId);
    }
}
