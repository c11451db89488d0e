using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Browse;

/// <summary>What a volunteer may take around home without being asked, and why not the rest.</summary>
internal sealed class NearbyModel(NearbyNeeds nearby, ICurrentUser user, NeedText text, OfferLinks links, Words T) : PageModel, IHasTables
{
    public const string Address = "/pres-de-chez-moi";

    /// <summary>How many days ahead.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Jours { get; set; }

    /// <summary>How far, in minutes.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Minutes { get; set; }

    public bool HasDossier { get; private set; }

    public IReadOnlyList<NearbyLine> Takeable { get; private set; } = [];

    public IReadOnlyList<NearbyLine> Others { get; private set; } = [];

    public NearbyList List { get; private set; } = new([], [], OfOtherProfessions: 0, IsWeekFull: false, IsCut: false);

    public IEnumerable<SelectListItem> DaysOffered => NearbyFilter.DaysOffered.Select(days => new SelectListItem(
        T["{0} jours", days], $"{days}", days == Filter.Days));

    public IEnumerable<SelectListItem> MinutesOffered =>
    [
        new(T["Là où j’accepte d’aller"], "", Filter.Minutes is null),
        .. NearbyFilter.MinutesOffered.Select(minutes => new SelectListItem(T["{0} minutes de trajet", minutes], $"{minutes}", minutes == Filter.Minutes)),
    ];

    private NearbyFilter Filter => NearbyFilter.Of(Jours, Minutes);

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "possibles" => SheetOf(T["Vous pouvez venir"], Takeable),
        "autres" => SheetOf(T["Pas pour vous en l’état"], Others),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await nearby.ListAsync(user.Person, Filter, this.RowsFrom(NearbyNeeds.MostShown), cancellation) is not { } list)
        {
            return;
        }

        (HasDossier, List) = (true, list);
        Takeable = await DescribeAsync(list.Takeable, cancellation);
        Others = await DescribeAsync(list.Others, cancellation);
    }

    private Sheet SheetOf(string title, IEnumerable<NearbyLine> lines) => Sheet.Of(
        title,
        lines,
        (T["Besoin"], line => Cell.Of(line.Summary.What)),
        (T["Où"], line => Cell.Of(line.Summary.Where)),
        (T["Début"], line => Cell.At(line.Need.Need.StartsAt, line.Need.Need.TimeZone)),
        (T["Fin"], line => Cell.At(line.Need.Need.EndsAt, line.Need.Need.TimeZone)),
        (T["Fuseau horaire"], line => Cell.Of(line.Need.Need.TimeZone)),
        (T["Trajet, en minutes"], line => Cell.Of(line.Need.Minutes)),
        (T["Pourquoi"], line => Cell.Of(line.Need.WhyNot is null ? null : WhyNotWords.Of(line.Need, T).Sentence)));

    private async Task<IReadOnlyList<NearbyLine>> DescribeAsync(IReadOnlyList<NearbyNeed> needs, CancellationToken cancellation)
    {
        var summaries = await text.SummariesAsync([.. needs.Select(need => need.Need)], cancellation);
        var lines = new List<NearbyLine>(needs.Count);
        foreach (var (need, summary) in needs.Zip(summaries))
        {
            lines.Add(new NearbyLine(
                need, summary, need is { IsAsked: true, Offer: { } offer } ? $"/offres/{await links.TokenAsync(offer, need.Need, cancellation)}" : $"{Address}/{need.Need.Id}"));
        }

        return lines;
    }
}

/// <param name="Url">The question that was put, or the page on which one comes forward.</param>
internal sealed record NearbyLine(NearbyNeed Need, NeedSummary Summary, string Url);
