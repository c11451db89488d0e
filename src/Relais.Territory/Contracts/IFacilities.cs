using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>The establishments that Relais knows, by their number in the national register.</summary>
public interface IFacilities
{
    Task<FacilitySummary?> FindAsync(Finess number, CancellationToken cancellation);

    /// <summary>Those of the numbers that are known.</summary>
    Task<IReadOnlyDictionary<Finess, FacilitySummary>> FindAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation);

    /// <summary>These establishments, and the sites of those that are legal entities, by name.</summary>
    Task<IReadOnlyList<FacilitySummary>> WithSitesAsync(IReadOnlyCollection<Finess> numbers, CancellationToken cancellation);

    /// <summary>By any part of the name or number, case and accents apart.</summary>
    Task<IReadOnlyList<FacilitySummary>> SearchAsync(string words, int most, CancellationToken cancellation);

    /// <summary>Adds an establishment to the current unit of work; its number must not be known yet.</summary>
    void Record(NewFacility facility);
}

/// <summary>What is said of an establishment.</summary>
/// <param name="Number">Its FINESS number.</param>
/// <param name="Entity">The number of the legal entity that holds it; its own for an entity.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Commune">Where it lies.</param>
/// <param name="Category">Code of TRE_R66 (355 hospital, 500 EHPAD…).</param>
/// <param name="Address">Street and number.</param>
/// <param name="Phone">The switchboard.</param>
public sealed record FacilitySummary(Finess Number, Finess Entity, string Name, CommuneCode Commune, string Category, string? Address, string? Phone)
{
    /// <summary>Since when Relais holds it closed; nothing while it is open. It is still found by its number: what it did remains.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <param name="Entity">The legal entity that holds the site; none when this is the entity.</param>
/// <param name="Source">Who says so.</param>
public sealed record NewFacility(
    Finess Number, Finess? Entity, string Name, CommuneCode Commune, string Category, string? Address, string? Phone, string Source);
