namespace Relais.Territory.Contracts;

/// <summary>The communes of France, read once from the database and kept in memory.</summary>
public interface ICommunes
{
    ValueTask<CommuneTable> GetAsync(CancellationToken cancellation);

    /// <summary>The inhabitants of all of them, in the order of <see cref="GetAsync"/>; kept in memory too.</summary>
    ValueTask<CommunePeople> PeopleAsync(PopulationCount count, CancellationToken cancellation);
}
