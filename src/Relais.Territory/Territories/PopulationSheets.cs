using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>The two tables of a population: territory by territory, and by each way of counting.</summary>
internal static class PopulationSheets
{
    public const string ByTerritory = "territoires";
    public const string ByCount = "comptes";

    public static Sheet? Of(string? name, IReadOnlyList<PopulationFigure> figures, Words t) => name switch
    {
        ByTerritory => TerritoriesOf(figures[0], t),
        ByCount => Sheet.Of(
            t["Selon la façon de compter"],
            figures,
            (t["Ce qui est compté"], figure => Cell.Of(t.NameOf(figure.Count))),
            (t["Habitants"], figure => Cell.Of(figure.People)),
            (t["Région"], figure => Cell.Of(figure.Region?.People)),
            (t["Part, en pour cent"], figure => figure.ShareOfRegion is { } share ? Cell.Of(decimal.Round((decimal)share * 100, 2)) : Cell.None),
            (t["Source"], figure => Cell.Of(figure.Source.Name)),
            (t["Millésime"], figure => Cell.Of(figure.Source.Vintage)),
            (t["Licence"], figure => Cell.Of(figure.Source.Licence))),
        _ => null,
    };

    private static Sheet TerritoriesOf(PopulationFigure main, Words t) => Sheet.Of(
        t["Territoire par territoire"],
        [
            .. main.Territories.Select(counted => (Name: counted.Territory.Name, counted.Territory.Communes, People: counted.People)),
            (Name: t["Ensemble, chaque commune comptée une fois"].Value, main.Communes, main.People),
        ],
        (t["Nom"], row => Cell.Of(row.Name)),
        (t["Communes"], row => Cell.Of(row.Communes)),
        (t["Habitants"], row => Cell.Of(row.People)));
}
