using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>A coordinator asks for a plan of a territory, and finds those made before.</summary>
internal sealed class PlansModel(PlanDesk desk, CoordinatedPlaces places, ICurrentUser user, Words T) : PageModel, IHasTables
{
    /// <summary>Several territories may be on the list: one clock for all of it.</summary>
    public const string Clocks = CommuneTimeZones.Metropolitan;

    private const int Most = 30;

    public IReadOnlyList<RegionPlan> Plans { get; private set; } = [];

    /// <summary>Where the current user coordinates.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Horizons =>
        [.. PlansForm.Horizons.Select(days => new SelectListItem(T["{0} jours", days], $"{days}"))];

    [BindProperty]
    public PlansForm Form { get; set; } = new();

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Plans"],
        Plans,
        (T["Demandé le"], plan => Cell.At(plan.AskedAt, Clocks)),
        (T["Territoire"], plan => Cell.Of(plan.Place)),
        (T["Places libres"], plan => Cell.Of(plan.FreePosts)),
        (T["Places libres avec le plan"], plan => Cell.Of(plan.OpenPosts)),
        (T["Preuve"], plan => Cell.Of(plan.State is RegionPlanState.Ready ? PlanViews.Proof(plan, T) : PlanViews.Phase(plan, T))));

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        if (Places.FirstOrDefault(place => place.Value == Form.Scope) is not { } place)
        {
            ModelState.AddModelError("Form.Scope", T["Choisissez un territoire que vous coordonnez"]);
        }
        else if (ModelState.IsValid)
        {
            var plan = await desk.AskAsync(Scope.Parse(place.Value), place.Text, TimeSpan.FromDays(Form.Days!.Value), user.Person, cancellation);
            return LocalRedirect($"/plans/{plan}");
        }

        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var mine = await places.ListAsync(cancellation);
        Places = [.. mine.Select(place => new SelectListItem(place.Name, place.Scope))];
        Plans = await desk.ListAsync([.. mine.Select(place => place.Scope)], this.RowsFrom(Most), cancellation);
    }
}
