using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Needs;

/// <summary>Of the places that establishments asked for in twelve whole months, the part that somebody holds.</summary>
internal sealed class FilledNeedsMeasure(NeedBook book, Words t) : IPastMeasure
{
    public const string Slug = "besoins-pourvus";

    private const int Years = 5;

    public Indicator Indicator { get; } = new(
        Slug, t["Besoins de renfort pourvus (12 derniers mois)"], "%", 0, t["Quand un établissement d’ici demande du renfort, quelqu’un vient-il ?"]) { Group = t["Renfort des établissements"] };

    public MissingData? Missing { get; } = new(
        t["Aucun établissement n’a demandé de renfort"],
        t["Ce chiffre vient de Relais lui-même : il est là dès qu’un besoin a été publié, au premier du mois qui suit."],
        "/etablissements");

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var end = new DateOnly(book.Today.Year, book.Today.Month, 1);
        for (var back = 0; back < Years; back++)
        {
            var until = end.AddYears(-back);
            if (await book.AskedAsync(until.AddYears(-1), until, cancellation) is not { IsEmpty: false } posts)
            {
                yield break;
            }

            var month = until.AddDays(-1).ToString("MM/yyyy", CultureInfo.InvariantCulture);
            yield return new VintageReading(month, new Reading
            {
                Numerators = posts.Filled,
                Denominators = posts.Posts,
                Factor = 100,
                Over = t["places demandées"],
                Told = posts.Told,
                Provenance = book.ProvenanceOf(
                    t["douze mois à fin {0}", month], t["places que quelqu’un tient, sur celles des besoins publiés et non annulés qui commencent dans ces douze mois ; secret au-dessous de trois établissements ou de six places"]),
            });
        }
    }
}
