using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Indicators;

/// <summary>How many people live there.</summary>
internal sealed class PopulationMeasure(ICommunes communes, Words t) : IMeasure
{
    public const string Slug = "population";

    public Indicator Indicator { get; } = new(Slug, t["Population"], t["habitants"], 0, t["Combien de personnes vivent ici ?"]) { Alarm = Alarm.None, Group = t["Population et besoins"] };

    public MissingData? Missing => null;

    public async ValueTask<Reading?> ReadAsync(CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        return new Reading
        {
            Numerators = [.. people.People.Select(count => (double)(count ?? 0))],
            Over = "",
            Provenance = people.Of(t),
        };
    }
}
