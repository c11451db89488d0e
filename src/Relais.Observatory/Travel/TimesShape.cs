using Relais.Accessibility.Files;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Travel;

/// <summary><c>from,to,minutes</c>, from the residence to the practice: what a distance engine gives. A pair that it lacks is estimated.</summary>
internal sealed class TimesShape : IDatasetShape
{
    public DatasetKind Kind => DatasetKind.TravelTimes;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        try
        {
            var (_, lines) = LongTimesFile.Read(file, CodesOf(communes), "", "", line => bad.Add(line.Line, line.Reason));
            return Task.FromResult<IDatasetContent>(new Content(file, lines, bad.Count));
        }
        catch (UnreadableFileException fault)
        {
            throw new WrongShapeException(1, fault.Message);
        }
    }

    /// <summary>The communes by the codes of today, in the order of the table.</summary>
    public static CodeIndex CodesOf(CommuneTable communes)
    {
        var codes = new CodeIndex();
        foreach (var commune in communes.All)
        {
            codes.TryAdd(commune.Code.Value);
        }

        return codes;
    }

    private sealed class Content(Stream file, long kept, long rejected) : IDatasetContent
    {
        public long Lines => kept + rejected;

        public long Kept => kept;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation)
        {
            file.Position = 0;
            return DatasetContent.KeepAsync(db, dataset, target => file.CopyToAsync(target, cancellation), cancellation);
        }
    }
}
