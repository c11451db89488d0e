namespace Relais.Territory.Contracts;

/// <summary>The communes of France, read once from the database and kept in memory.</summary>
public interface ICommunes
{
    ValueTask<CommuneTable> GetAsync(CancellationToken cancellation);
}
