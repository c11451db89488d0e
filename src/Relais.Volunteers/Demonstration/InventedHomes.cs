using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.Demonstration;

/// <summary>Draws communes, an EPCI as often as it has inhabitants.</summary>
internal sealed class InventedHomes
{
    public const string Brittany = "53";

    private readonly List<(long UpTo, Commune[] Communes)> _epci = [];
    private readonly long _people;

    private InventedHomes(IEnumerable<(long People, Commune[] Communes)> epci)
    {
        foreach (var (people, communes) in epci)
        {
            _epci.Add((_people += people, communes));
        }
    }

    public static async Task<InventedHomes> ReadAsync(
        ICommunes communes, ITerritories territories, Func<Commune, bool> isWanted, CancellationToken cancellation)
    {
        var members = (await communes.GetAsync(cancellation)).All
            .Where(commune => commune.Epci is not null && isWanted(commune))
            .GroupBy(commune => commune.Epci!.Value, StringComparer.Ordinal)
            .OrderBy(epci => epci.Key, StringComparer.Ordinal)
            .ToList();
        var figure = await territories.PopulationAsync(
            [.. members.Select(epci => TerritoryCode.Parse(epci.Key).Value!)], PopulationCount.EpciMunicipal, cancellation);
        var people = figure!.Territories.ToDictionary(territory => territory.Territory.Code.Value, territory => territory.People, StringComparer.Ordinal);
        return new InventedHomes(members.Select(epci => (people[epci.Key], epci.ToArray())));
    }

    public Commune Draw(Random random)
    {
        var person = random.NextInt64(_people);
        var communes = _epci.First(epci => person < epci.UpTo).Communes;
        return communes[random.Next(communes.Length)];
    }
}
