using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Facility;

/// <summary>Needs as a table.</summary>
internal static class NeedSheet
{
    public static Sheet Of(string title, IEnumerable<NeedLine> lines, Words t) => Sheet.Of(
        title,
        lines,
        (t["Besoin"], line => Cell.Of(t[line.Need.Cell.Label])),
        (t["Lieu"], line => Cell.Of(line.Need.Site)),
        (t["Début"], line => Cell.At(line.Need.StartsAt, line.Need.TimeZone)),
        (t["Fin"], line => Cell.At(line.Need.EndsAt, line.Need.TimeZone)),
        (t["Fuseau horaire"], line => Cell.Of(line.Need.TimeZone)),
        (t["Places tenues"], line => Cell.Of(line.Held)),
        (t["Places"], line => Cell.Of(line.Need.HeadCount)),
        (t["Prévenues"], line => Cell.Of(line.Asked)),
        (t["État"], line => Cell.Of(NeedStateWords.Of(line.Need.State, t))));
}
