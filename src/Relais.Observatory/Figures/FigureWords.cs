using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Figures;

/// <summary>How figures and what they rest on are written, on pages and in files.</summary>
internal static class FigureWords
{
    public static string Say(this Words t, Figure figure, Indicator indicator) => figure switch
    {
        Figure.Known known => indicator.Write(known.Value),
        Figure.Secret => t["secret statistique"],
        _ => t["non disponible"],
    };

    public static string Say(this Words t, FigureQuality quality) => quality switch
    {
        FigureQuality.Published => t["publié"],
        FigureQuality.Counted => t["compté"],
        FigureQuality.Computed => t["calculé"],
        _ => t["estimé"],
    };

    /// <summary>The interval of a figure, and that it is not classed when a threshold lies within; nothing where it is not known.</summary>
    public static string SayRange(this Words t, Figure figure, Indicator indicator) => figure is not Figure.Known { Range: { } range } known ? ""
        : t["de {0} à {1}", indicator.Write(range.Low), indicator.Write(range.High)] + (known.Crosses(indicator.Thresholds) ? $" ({t["non classée"]})" : "");

    /// <summary>One line, for under a figure: source, vintage, method, quality.</summary>
    public static string Say(this Words t, Provenance from) =>
        t["{0}, {1} ; {2} ; {3}", from.Source, from.Vintage, from.Method, t.Say(from.Quality)] + (from.IsInvented ? $" – {t["chiffres inventés pour la démonstration"]}" : "");

    /// <summary>For right under a figure whose whole provenance stands further down: of when it is, and what it is worth.</summary>
    public static string SayShort(this Words t, Provenance from) => $"{from.Vintage} ; {t.Say(from.Quality)}{(from.IsInvented ? $" – {t["inventé"]}" : "")}";

    /// <summary>As a file has it: the number with its decimals, or the word that stands for it.</summary>
    public static Cell CellOf(this Words t, Figure figure, Indicator indicator) => figure is Figure.Known known
        ? Cell.Of(decimal.Round((decimal)known.Value, indicator.Decimals))
        : Cell.Of(t.Say(figure, indicator));

    /// <summary>The columns that each file of figures ends with.</summary>
    public static IReadOnlyList<(string Name, Func<Figure, Cell> Cell)> ProvenanceColumns(this Words t) =>
    [
        (t["Source"], figure => Cell.Of(figure.Provenance.Source)),
        (t["Millésime"], figure => Cell.Of(figure.Provenance.Vintage)),
        (t["Méthode"], figure => Cell.Of(figure.Provenance.Method)),
        (t["Qualité"], figure => Cell.Of(t.Say(figure.Provenance.Quality))),
        (t["Inventé"], figure => Cell.Of(figure.Provenance.IsInvented ? t["oui : démonstration"] : t["non"])),
    ];
}
