using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Published;

/// <summary>What the measures of the published workbook say alike.</summary>
internal static class PublishedWords
{
    public static MissingData Missing(Words t) => new(
        t["Le classeur de la DREES n’a pas été importé"],
        t["Data.Drees, « L’accessibilité potentielle localisée (APL) », un classeur XLSX par profession."],
        "./relais import apl FICHIER.xlsx --source DREES --vintage 2024");

    public static Provenance Shown(PublishedYear year, string method) =>
        new(year.Dataset.Source, year.Year.ToString(CultureInfo.InvariantCulture), method, FigureQuality.Published, year.Dataset.IsInvented);
}
