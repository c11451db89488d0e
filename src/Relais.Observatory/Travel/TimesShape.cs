using Relais.Accessibility.Files;
using Relais.Accessibility.Times;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Travel;

/// <summary>
/// Minutes from the residence to the practice, in any layout of <see cref="TimesFile"/>: what a distance engine gives, for all pairs
/// or for neighbours only. A pair that it lacks is estimated.
/// </summary>
internal sealed class TimesShape(DatasetKind kind) : IDatasetShape
{
    public DatasetKind Kind => kind;

    public Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        try
        {
            var codes = CodesOf(communes);
            var (times, layout) = TimesFile.Read(file, codes, "", "", line => bad.Add(line.Line, line.Reason));
            return Task.FromResult<IDatasetContent>(new Content(file, times, layout, codes, bad.Count));
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

    /// <summary>Kept in the long layout, whatever it came in.</summary>
    private sealed class Content(Stream file, SparseTimes times, TimesLayout layout, CodeIndex codes, long rejected) : IDatasetContent
    {
        private readonly TimesSurvey _survey = TimesSurvey.Of(times);

        public long Lines => Kept + rejected;

        public long Kept => _survey.Pairs;

        public TimesCoverage Times => new(_survey.Pairs, _survey.Alone, Math.Round(_survey.MedianAsymmetry, 2));

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) =>
            DatasetContent.KeepAsync(db, dataset, target => CopyAsync(target, cancellation), cancellation);

        private Task CopyAsync(Stream target, CancellationToken cancellation)
        {
            if (layout is not TimesLayout.Pairs)
            {
                return TimesFile.WriteAsync(target, times, codes, cancellation);
            }

            file.Position = 0;
            return file.CopyToAsync(target, cancellation);
        }
    }
}
