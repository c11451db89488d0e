using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Indicators;

/// <summary>What a count of inhabitants rests on.</summary>
internal static class Inhabitants
{
    public static Provenance Of(this CommunePeople people, Words t) =>
        new(people.Source.Name, people.Source.Vintage, t["population de référence des communes"], FigureQuality.Counted);
}
