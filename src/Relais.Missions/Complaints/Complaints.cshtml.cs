using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Missions.Owed;

namespace Relais.Missions.Complaints;

/// <summary>What waits for an answer of the reader.</summary>
internal sealed class ComplaintsModel(ComplaintBook complaints, DueText text, Words t) : PageModel, IHasTables
{
    public IReadOnlyList<ComplaintLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await complaints.ListAsync(this.RowsFrom(ComplaintBook.Most), cancellation);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        t["Réclamations"],
        Lines,
        (t["Personne"], one => Cell.Of(one.Line.Name)),
        (t["Établissement"], one => Cell.Of(one.Line.Facility)),
        (t["Jour de la mission"], one => Cell.Of(one.Line.Mission.Day)),
        (t["Pour quoi"], one => Cell.Of(text.What(one.Line.Due))),
        (t["Somme brute"], one => DueText.Amount(one.Line.Due)),
        (t["Monnaie"], one => Cell.Of(one.Line.Due.Currency)),
        (t["Reçue le"], one => Cell.Of(one.Line.Mission.DayOf(one.Complaint.MadeAt))));
}
