using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetTopologySuite.Geometries;
using Relais.Cartography.Contours;

namespace Relais.Cartography;

/// <summary>How the limits on a map were found; it is printed under every map.</summary>
public enum LayerKind
{
    /// <summary>Cells around the points of the communes, cut at the coast: « limites approchées ».</summary>
    ApproximateCells,

    /// <summary>Contours that somebody imported, with their source and date.</summary>
    Contours,
}

/// <summary>The shapes of some communes, to draw maps from. It never changes; any number of threads may read it.</summary>
public sealed class MapLayer
{
    private readonly IReadOnlyDictionary<string, Geometry> _shapes;

    internal MapLayer(LayerKind kind, IReadOnlyDictionary<string, Geometry> shapes)
    {
        (Kind, _shapes) = (kind, shapes);
        Codes = [.. shapes.Keys.Order(StringComparer.Ordinal)];
        Fingerprint = FingerprintOf(kind, Codes.Select(code => shapes[code]));
    }

    public LayerKind Kind { get; }

    /// <summary>The communes that have a shape, in the order of their codes.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Sixteen characters that change when a shape changes: part of a cache key or an ETag.</summary>
    public string Fingerprint { get; }

    public bool Has(string code) => _shapes.ContainsKey(code);

    /// <summary>
    /// The shapes of some communes with no more points than a drawing shows. Contours are simplified together, so that
    /// shared borders stay shared; cells have few points already.
    /// </summary>
    internal IReadOnlyDictionary<string, Geometry> Shapes(IReadOnlyCollection<string> codes, double toleranceMetres)
    {
        var shapes = codes.ToDictionary(code => code, code => _shapes[code], StringComparer.Ordinal);
        return Kind is LayerKind.Contours ? ContourLayer.Simplified(shapes, toleranceMetres) : shapes;
    }

    /// <summary>The shape of a commune in the <see cref="Plane"/>.</summary>
    internal Geometry this[string code] => _shapes[code];

    private string FingerprintOf(LayerKind kind, IEnumerable<Geometry> shapes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)kind]);
        foreach (var code in Codes)
        {
            hash.AppendData(System.Text.Encoding.ASCII.GetBytes(code));
        }

        foreach (var shape in shapes)
        {
            var metres = Array.ConvertAll(shape.Coordinates, point => ((int)Math.Round(point.X * 1000), (int)Math.Round(point.Y * 1000)));
            hash.AppendData(MemoryMarshal.AsBytes(metres.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
