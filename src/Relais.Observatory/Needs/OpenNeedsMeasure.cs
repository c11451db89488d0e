using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Indicators;

namespace Relais.Observatory.Needs;

/// <summary>The places for which somebody is looked for now.</summary>
internal sealed class OpenNeedsMeasure(NeedBook book, Words t) : IMeasure
{
    public const string Slug = "besoins-ouverts";

    public Indicator Indicator { get; } = new(Slug, t["Besoins de renfort ouverts"], t["places à pourvoir"], 0, t["Combien de places de renfort attendent quelqu’un en ce moment ?"]) { Alarm = Alarm.High, Group = t["Renfort des établissements"] };

    public MissingData? Missing => null;

    public async ValueTask<Reading?> ReadAsync(CancellationToken cancellation)
    {
        var open = await book.OpenAsync(cancellation);
        return new Reading
        {
            Numerators = open.Posts,
            Over = "",
            Told = open.Told,
            Provenance = book.ProvenanceOf(
                book.Today.ToString("d", CultureInfo.CurrentCulture), t["places de besoins publiés que personne ne tient, à l’instant ; secret au-dessous de trois établissements"]),
        };
    }
}
