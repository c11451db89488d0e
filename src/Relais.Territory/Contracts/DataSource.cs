namespace Relais.Territory.Contracts;

/// <summary>Where a figure comes from, as it is said beside it.</summary>
public sealed record DataSource(string Name, string Vintage, string Licence);
