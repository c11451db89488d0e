using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Missions.Owed;

/// <summary>Sums owed as a table, to who is owed them and to who owes them.</summary>
internal sealed class DueSheet(DueText text, Words t)
{
    public Sheet Of(string title, IEnumerable<DueLine> lines) => Sheet.Of(
        title,
        lines,
        (t["Personne"], line => Cell.Of(line.Name)),
        (t["Établissement"], line => Cell.Of(line.Facility)),
        (t["Jour de la mission"], line => Cell.Of(line.Mission.Day)),
        (t["Fonction"], line => Cell.Of(t[line.Mission.Task])),
        (t["Pour quoi"], line => Cell.Of(text.What(line.Due))),
        (t["Somme brute"], line => DueText.Amount(line.Due)),
        (t["Monnaie"], line => Cell.Of(line.Due.Currency)),
        (t["Calcul"], line => Cell.Of(text.Parts(line.Due))),
        (t["D’après"], line => Cell.Of(line.Due.Reference)),
        (t["Qui paie"], line => Cell.Of(text.PayerOf(line.Due))),
        (t["Attendue le"], line => Cell.Of(line.Due.ExpectedOn)),
        (t["Payée le"], line => Cell.Of(line.Due.PaidOn)),
        (t["État"], line => Cell.Of(text.State(line))));
}
