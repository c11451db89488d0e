namespace Relais.Territory.Contracts;

/// <summary>The inhabitants of each commune by one way of counting.</summary>
/// <param name="People">By <see cref="CommuneIndex"/>; nothing for a commune that this way of counting leaves out.</param>
public sealed record CommunePeople(IReadOnlyList<int?> People, PopulationCount Count, DataSource Source);
