using Relais.Cartography.Contours;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Contours;

/// <summary>GeoJSON with <c>properties.code</c>, in degrees; what is kept is simplified, and the borders of neighbours stay one.</summary>
internal sealed class ContoursShape : IDatasetShape
{
    /// <summary>About what is seen on the map of a department.</summary>
    public const double ToleranceMetres = 30;

    public DatasetKind Kind => DatasetKind.Contours;

    public async Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation)
    {
        var reading = await ContourLayer.ReadAsync(file, code => TodayOf(code, communes), ToleranceMetres, cancellation);
        foreach (var refused in reading.Refused)
        {
            bad.Add(refused.Number, $"feature '{refused.Code}': {Sentence(refused.Problem)}");
        }

        return reading.Fault switch
        {
            ContourFault.NotJson => throw new WrongShapeException(1, "the file is not JSON, or is cut"),
            ContourFault.NoFeatures => throw new WrongShapeException(1, "the file has no list of features: it is not GeoJSON"),
            _ => new Content(reading),
        };
    }

    public static string? TodayOf(string code, CommuneTable communes) =>
        CommuneCode.Parse(code).Value is { } read && communes.TryFind(read, out var commune) ? commune.Code.Value : null;

    private static string Sentence(ContourProblem problem) => problem switch
    {
        ContourProblem.NoCode => "properties.code is missing",
        ContourProblem.UnknownCode => "no commune has this code",
        ContourProblem.NoPolygon => "the geometry is neither a polygon nor several",
        ContourProblem.BadCoordinates => "a coordinate is not a number, or a ring has fewer than four points",
        _ => "coordinates are not degrees: the file is in a projection such as Lambert 93",
    };

    private sealed class Content(ContourReading reading) : IDatasetContent
    {
        public long Lines => reading.Features;

        public long Kept => reading.Layer?.Codes.Count ?? 0;

        public Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation) =>
            DatasetContent.KeepAsync(db, dataset, target => WriteContours.ToAsync(target, reading.Layer!, cancellation), cancellation);
    }
}
