using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>The establishments that Relais knows, by their number in the national register.</summary>
public interface IFacilities
{
    Task<FacilitySummary?> FindAsync(Finess number, CancellationToken cancellation);

    /// <summary>Those of the numbers that are known.</summary>
    Task<IReadOnlyDictionary<Finess, FacilitySummary>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation);
}

/// <summary>What is said of an establishment.</summary>
/// <param name="Number">Its FINESS number.</param>
/// <param name="Entity">The number of the legal entity that holds it; its own for an entity.</param>
/// <param name="Commune">Where it lies.</param>
/// <param name="Category">Code of TRE_R66 (355 hospital, 500 EHPAD…).</param>
public sealed record FacilitySummary(Finess Number, Finess Entity, string Name, CommuneCode Commune, string Category, string? Address, string? Phone);
