using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>A plan: how far it is, then beside what stands today, to be followed wholly, in part or not.</summary>
internal sealed class PlanModel(PlanDesk desk, PlanViews views, PlanDecisions decisions, ICurrentUser user, Words T) : PageModel, IShowsPeople, IHasTables
{
    /// <summary>How often a plan under way is looked at again, in seconds; without any script.</summary>
    private const int LookAgain = 2;

    public static FileReading Names { get; } = new(
        "region-plan.read", "Votre nom, parmi les personnes proposées dans le plan d’un territoire", Role.Coordinator, Role.NationalCrisisCentre);

    public RegionPlan Plan { get; private set; } = null!;

    public IReadOnlyList<PlannedNeed> Needs { get; private set; } = [];

    /// <summary>Lines that nobody has decided.</summary>
    public int Undecided => Needs.Sum(need => need.Lines.Count(line => line.Line.State is LineState.Proposed));

    /// <summary>Before anything was decided every line is ticked: following the whole plan is one tap.</summary>
    public bool IsUntouched => Needs.All(need => need.Lines.All(line => line.Line.State is LineState.Proposed));

    /// <summary>How evenly the plan asks: the most often that one person is proposed.</summary>
    public int MostOfOne => Needs.SelectMany(need => need.Lines).CountBy(line => line.Line.PersonId).Select(one => one.Value).DefaultIfEmpty().Max();

    /// <summary>How many different people it proposes.</summary>
    public int Proposed => Needs.SelectMany(need => need.Lines).Select(line => line.Line.PersonId).Distinct().Count();

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    FileReading IShowsPeople.Reading => Names;

    IEnumerable<PersonId> IShowsPeople.PeopleShown => Needs.SelectMany(need => need.Lines).Select(line => line.Line.PersonId);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Plan"],
        Needs.SelectMany(need => need.Lines.Count is 0 ? [(need, Line: (ProposedPerson?)null)] : need.Lines.Select(line => (need, Line: (ProposedPerson?)line))).ToList(),
        (T["Besoin"], row => Cell.Of(row.need.Summary.What)),
        (T["Établissement"], row => Cell.Of(row.need.Summary.Facility)),
        (T["Début"], row => Cell.At(row.need.Need.StartsAt, row.need.Need.TimeZone)),
        (T["Fin"], row => Cell.At(row.need.Need.EndsAt, row.need.Need.TimeZone)),
        (T["Fuseau horaire"], row => Cell.Of(row.need.Need.TimeZone)),
        (T["Places libres"], row => Cell.Of(row.need.Then.FreePosts)),
        (T["Poids du manque de médecins, en pour cent"], row => Cell.Of(row.need.Then.Vulnerability)),
        (T["Sans réponse"], row => Cell.Of(row.need.Then.Waiting)),
        (T["Places libres avec le plan"], row => Cell.Of(row.need.Then.OpenPosts)),
        (T["Pourquoi"], row => Cell.Of(PlanViews.WhyOpen(row.need.Then, T))),
        (T["Personne"], row => Cell.Of(row.Line?.Name)),
        (T["Trajet, en minutes"], row => Cell.Of(row.Line?.Line.Minutes)),
        (T["Décision"], row => Cell.Of(row.Line is { } line ? PlanViews.State(line.Line, T) : null)),
        (T["Motif"], row => Cell.Of(row.Line?.Line.Why)),
        (T["Décidé par"], row => Cell.Of(row.Line?.DecidedBy)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Plan.State is not RegionPlanState.Ready)
        {
            Response.Headers["Refresh"] = LookAgain.ToString(CultureInfo.InvariantCulture);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellation)
    {
        await desk.StopAsync(id, cancellation);
        return RedirectToPage(new { id });
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) => DecideAsync(
        id, async lines => Said(await decisions.FollowAsync(id, lines, user.Person, cancellation)), cancellation);

    public Task<IActionResult> OnPostSetAsideAsync(Guid id, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Form.Why))
        {
            ModelState.AddModelError("Form.Why", T["Dites pourquoi, en quelques mots : c’est gardé avec le plan"]);
        }

        return DecideAsync(
            id,
            async lines => T.Count(await decisions.SetAsideAsync(id, lines, Form.Why!.Trim(), user.Person, cancellation), "{0} proposition écartée", "{0} propositions écartées"),
            cancellation);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellation)
    {
        if (LineName.Read(Form.Back) is not { } line)
        {
            return NotFound();
        }

        await decisions.TakeBackAsync(id, line, cancellation);
        TempData.Announce(T["Proposition reprise"]);
        return RedirectToPage(new { id });
    }

    /// <summary>« dans la même commune, connaît l’établissement », in one line.</summary>
    public string WhyThis(RegionPlanLine line) => string.Join(", ", new[] { line.Minutes switch { null => null, 0 => T["dans la même commune"].Value, { } minutes => T["{0} min de trajet", minutes].Value } }
        .Concat(line.ReasonCodes.Select(code => ReasonSentences.Briefly(code, T))).OfType<string>());

    public bool IsTicked(LineName line) => HttpMethods.IsPost(Request.Method) ? Form.Lines.Contains(line.ToString(), StringComparer.Ordinal) : IsUntouched;

    /// <summary>What was ticked of this plan, and of nothing else.</summary>
    private List<LineName> Chosen()
    {
        var known = Needs.SelectMany(need => need.Lines).Select(line => line.Key).ToHashSet();
        return [.. Form.Lines.Select(LineName.Read).OfType<LineName>().Where(known.Contains).Distinct()];
    }

    private async Task<IActionResult> DecideAsync(Guid id, Func<List<LineName>, Task<string>> decide, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        var lines = Chosen();
        if (lines.Count is 0)
        {
            ModelState.AddModelError("Form.Lines", T["Cochez au moins une personne"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Announce(await decide(lines));
        return RedirectToPage(new { id });
    }

    private string Said(Followed followed)
    {
        var said = new List<string> { T.Count(followed.Asked, "{0} personne prévenue", "{0} personnes prévenues") };
        if (followed.Later > 0)
        {
            said.Add(T.Count(followed.Later, "{0} le sera à la fin de ses heures de silence", "{0} le seront à la fin de leurs heures de silence"));
        }

        if (followed.Gone > 0)
        {
            said.Add(T.Count(followed.Gone, "{0} ne peut plus l’être", "{0} ne peuvent plus l’être"));
        }

        return string.Join(", ", said);
    }

    private async Task<bool> LookAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } plan)
        {
            return false;
        }

        (Plan, Needs) = (plan, await views.OfAsync(id, cancellation));
        return true;
    }
}
