namespace Relais.Territory.Contracts;

/// <summary>The rank of a commune in one <see cref="CommuneTable"/>: dense, from 0, so that arrays can be addressed by commune.</summary>
public readonly record struct CommuneIndex(int Value);
