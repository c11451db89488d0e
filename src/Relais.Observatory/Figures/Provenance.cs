using Relais.Observatory.Contracts;

namespace Relais.Observatory.Figures;

/// <summary>Where a figure comes from. No figure is shown without: <see cref="Figure"/> cannot be made without one.</summary>
/// <param name="Source">Who says so: the name of the file or of the office.</param>
/// <param name="Vintage">Of when it is, as its source says.</param>
/// <param name="Method">How it was worked out, with its version and its parameters.</param>
/// <param name="Quality">How far it may be trusted.</param>
/// <param name="IsInvented">Made up for the demonstration: every figure, map, file and print says so.</param>
internal sealed record Provenance(string Source, string Vintage, string Method, FigureQuality Quality, bool IsInvented = false)
{
    /// <summary>What a figure made of both rests on: both sources, the lesser quality.</summary>
    public Provenance With(Provenance other, string method) => new(
        Source == other.Source ? Source : $"{Source} ; {other.Source}",
        Vintage == other.Vintage ? Vintage : $"{Vintage} ; {other.Vintage}",
        method,
        Quality > other.Quality ? Quality : other.Quality,
        IsInvented || other.IsInvented);
}
