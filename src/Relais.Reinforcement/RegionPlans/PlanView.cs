using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Matching.Explaining;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>A need before and with the plan.</summary>
/// <param name="Then">As it stood when the plan was made.</param>
/// <param name="Need">As it is now.</param>
/// <param name="Lines">Whom the plan proposes, by name.</param>
internal sealed record PlannedNeed(RegionPlanNeed Then, Need Need, NeedSummary Summary, IReadOnlyList<ProposedPerson> Lines);

/// <param name="DecidedBy">Who of the coordination decided, if anybody.</param>
internal sealed record ProposedPerson(RegionPlanLine Line, string Name, string? DecidedBy)
{
    /// <summary>Names the line in a tick box.</summary>
    public LineName Key => new(Line.NeedId, Line.PersonId);
}

/// <summary>Gathers what a plan shows.</summary>
internal sealed class PlanViews(RelaisDb db, IPeople people, NeedText text, Words t)
{
    /// <summary>What lacks somebody even with the plan first, then by time.</summary>
    public async Task<IReadOnlyList<PlannedNeed>> OfAsync(Guid plan, CancellationToken cancellation)
    {
        var needs = await db.Set<RegionPlanNeed>().AsNoTracking().Where(need => need.PlanId == plan)
            .Join(db.Set<Need>().AsNoTracking(), then => then.NeedId, need => need.Id, (then, need) => new { Then = then, Need = need }).ToListAsync(cancellation);
        var lines = await db.Set<RegionPlanLine>().AsNoTracking().Where(line => line.PlanId == plan).ToListAsync(cancellation);
        var names = await people.FindAsync([.. lines.Select(line => line.PersonId).Concat(lines.Select(line => line.DecidedBy).OfType<PersonId>()).Distinct()], cancellation);
        var summaries = await text.SummariesAsync(needs.ConvertAll(one => one.Need), cancellation);
        var ofNeed = lines.Select(line => new ProposedPerson(line, NameOf(line.PersonId), line.DecidedBy is { } by ? NameOf(by) : null)).ToLookup(one => one.Line.NeedId);
        return
        [
            .. needs.Zip(summaries, (one, summary) => new PlannedNeed(one.Then, one.Need, summary, [.. ofNeed[one.Need.Id].OrderBy(line => line.Name, StringComparer.CurrentCulture)]))
                .OrderBy(one => one.Then.OpenPosts is 0).ThenBy(one => one.Need.StartsAt).ThenBy(one => one.Need.Id.Value),
        ];

        string NameOf(PersonId person) => names.GetValueOrDefault(person)?.FullName ?? t["Personne effacée"];
    }

    /// <summary>How good the plan is, to somebody who trusts nothing.</summary>
    public static string Proof(RegionPlan plan, Words t) => plan switch
    {
        { EndKind: RegionPlanEnd.Nothing } => t["Aucune place libre"],
        { EndKind: RegionPlanEnd.Failed } => t["N’a pas pu être fait"],
        { Bound: 0, Cost: > 0 } => t["Sans preuve : arrêté trop tôt"],
        { EndKind: RegionPlanEnd.Optimal } or { Gap: 0 } => t["Aucun meilleur plan n’existe"],
        _ => t["À {0} au plus du meilleur plan", GapText(plan, t)],
    };

    /// <summary>« 0,3 % »; a dash where nothing is proved.</summary>
    public static string GapText(RegionPlan plan, Words t) => plan is { Bound: 0, Cost: > 0 } ? "–"
        : t["{0} %", (100 * plan.Gap).ToString(plan.Gap < 0.001 ? "0.###" : "0.#", CultureInfo.CurrentCulture)];

    /// <summary>Why the search ended, where that is not the proof itself.</summary>
    public static string? Ended(RegionPlan plan, Words t) => plan.EndKind switch
    {
        RegionPlanEnd.Time => t["trouvé dans le temps donné"].Value,
        RegionPlanEnd.Cancelled => t["arrêté avant la fin"].Value,
        _ => null,
    };

    /// <summary>How good the best plan is while the search goes on.</summary>
    public static string SoFar(RegionPlan plan, Words t) => t["meilleur plan à {0} au plus du meilleur possible", GapText(plan, t)];

    public static string Phase(RegionPlan plan, Words t) => plan.Phase switch
    {
        null => t["En attente"],
        "gather" => t["Recherche des personnes possibles"],
        "bound" or "prices" => t["Calcul de ce qu’un plan peut faire au mieux"],
        "proof" => t["Recherche de la preuve"],
        _ => t["Amélioration du plan"],
    };

    /// <summary>Why places stay free with the plan.</summary>
    public static string? WhyOpen(RegionPlanNeed then, Words t) => then.WhyOpen switch
    {
        OpenKind.Structural when then is { Askable: 0, Waiting: > 0 } => t["Personne d’autre ne peut être demandé pour ce besoin."].Value,
        OpenKind.Structural when then.Askable is 0 => t["Personne ne peut être demandé pour ce besoin."].Value,
        OpenKind.Structural => t.Count(then.Askable, "{0} personne seulement peut être demandée.", "{0} personnes seulement peuvent être demandées."),
        OpenKind.Shortage => t["Avec les besoins voisins, il y a plus de places que de personnes possibles."].Value,
        OpenKind.Tradeoff => t["Les personnes possibles sont plus utiles ailleurs : prendre l’une d’elles ouvrirait une place plus urgente ou plus lointaine."].Value,
        _ => null,
    };

    public static Tone ToneOf(RegionPlanLine line) => line.State switch
    {
        LineState.Asked => Tone.Good,
        LineState.Later or LineState.Proposed => Tone.Waiting,
        _ => Tone.Quiet,
    };

    public static string State(RegionPlanLine line, Words t) => line.State switch
    {
        LineState.Asked => t["Demandée"],
        LineState.Later => t["Demandée à la fin de ses heures de silence"],
        LineState.SetAside => t["Écartée"],
        LineState.Gone => t["Ne peut plus être demandée"],
        _ => t["Proposée"],
    };
}
