using System.Runtime.CompilerServices;
using Relais.Kernel.Wording;
using Relais.Observatory.Professions;
using Relais.Observatory.Supply;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Indicators;

/// <summary>Practitioners for 10 000 inhabitants of the same communes: it knows nothing of those next door.</summary>
internal sealed class DensityMeasure(CareProfession profession, SupplyBook supplies, ICommunes communes, Words t) : IPastMeasure
{
    private const double People = 10_000;

    public Indicator Indicator { get; } = new(
        SlugOf(profession), t["Densité : {0}", t.NameOf(profession)], t["pour 10 000 habitants"], 1, t["Combien exercent ici, pour 10 000 habitants ?"])
    {
        Group = t.NameOf(profession),
    };

    public MissingData? Missing => SupplyMissing.Of(t, profession);

    public static string SlugOf(CareProfession profession) => $"densite-{ProfessionWords.SlugOf(profession)}";

    public string? Unchanged => t["La population est celle d’aujourd’hui à tous les millésimes : seule l’offre change."];

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        double[] inhabitants = [.. people.People.Select(count => (double)(count ?? 0))];
        await foreach (var supply in supplies.VintagesAsync(profession, cancellation))
        {
            yield return new VintageReading(supply.Dataset.Vintage, new Reading
            {
                Numerators = supply.Practitioners,
                Denominators = inhabitants,
                Factor = People,
                Over = t["habitants, {0}", people.Source.Vintage],
                Covered = supply.Covered,
                Provenance = supply.Provenance.With(people.Of(t), t["têtes comptées dans leur commune d’exercice, sur la population de référence"]),
            });
        }
    }
}
