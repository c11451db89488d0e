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
    private const string Between = " ; ";

    /// <summary>What a figure made of both rests on: both sources, the lesser quality.</summary>
    public Provenance With(Provenance other, string method) => new(
        Source == other.Source ? Source : $"{Source}{Between}{other.Source}",
        Vintage == other.Vintage ? Vintage : $"{Vintage}{Between}{other.Vintage}",
        method,
        Quality > other.Quality ? Quality : other.Quality,
        IsInvented || other.IsInvented);

    /// <summary>What a figure made of all of them rests on: each source and vintage once, the least of their qualities, computed at best.</summary>
    public static Provenance Together(IReadOnlyCollection<Provenance> all, string method) => new(
        string.Join(Between, all.SelectMany(from => from.Source.Split(Between)).Distinct()),
        string.Join(Between, all.SelectMany(from => from.Vintage.Split(Between)).Distinct()),
        method,
        all.Select(from => from.Quality).Append(FigureQuality.Computed).Max(),
        all.Any(from => from.IsInvented));
}
