using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Day;

/// <summary>The open posts of one day by the reason why they are open.</summary>
internal sealed class DayModel(DayNeeds needs, OpenPosts posts, ICurrentUser user, Words T) : PageModel, IHasTables
{
    private const string Format = "yyyy-MM-dd";
    private const int DaysAhead = 7;
    private const int FarthestDays = 366;

    public DateOnly Today { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>The days from today on, with their number of open posts.</summary>
    public IReadOnlyList<(DateOnly Day, int Open)> Ahead { get; private set; } = [];

    /// <summary>Places that day, held ones included.</summary>
    public int Places { get; private set; }

    public int Open { get; private set; }

    /// <summary>The most hopeless first; in each, the first to begin first.</summary>
    public IReadOnlyList<(WhyOpen Why, IReadOnlyList<OpenPost> Posts)> Groups { get; private set; } = [];

    /// <summary>The list of open needs is for those who coordinate.</summary>
    public bool SeesNeeds => user.Has(Role.Coordinator) || user.Has(Role.NationalCrisisCentre);

    public static string Address(DateOnly day) => $"/besoins/jour?jour={day.ToString(Format, CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(string? jour, CancellationToken cancellation)
    {
        Today = await needs.TodayAsync(cancellation);
        Day = Read(jour) ?? Today;
        var week = await needs.FromAsync(Today, DaysAhead, cancellation);
        var ofDay = (Day >= Today && Day < Today.AddDays(DaysAhead) ? week : await needs.FromAsync(Day, 1, cancellation)).Where(one => one.Touches(Day)).ToList();

        Ahead = [.. Enumerable.Range(0, DaysAhead).Select(Today.AddDays).Select(day => (day, week.Where(one => one.Touches(day)).Sum(one => one.Free)))];
        (Places, Open) = (ofDay.Sum(one => one.Need.HeadCount), ofDay.Sum(one => one.Free));
        Groups = [.. (await posts.ExplainAsync([.. ofDay.Where(one => one.Free > 0)], cancellation)).GroupBy(post => post.Why).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<OpenPost>)[.. group]))];
    }

    public static int PostsIn(IReadOnlyList<OpenPost> group) => group.Sum(post => post.Figures.Free);

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Postes ouverts"],
        [.. Groups.SelectMany(group => group.Posts)],
        (T["Raison"], post => Cell.Of(DayWords.Reason(post.Why, post.Figures.Free, T))),
        (T["Besoin"], post => Cell.Of(T[post.Need.Cell.Label])),
        (T["Établissement"], post => Cell.Of(post.Facility)),
        (T["Début"], post => Cell.At(post.Need.StartsAt, post.Need.TimeZone)),
        (T["Fin"], post => Cell.At(post.Need.EndsAt, post.Need.TimeZone)),
        (T["Fuseau horaire"], post => Cell.Of(post.Need.TimeZone)),
        (T["Postes ouverts"], post => Cell.Of(post.Figures.Free)),
        (T["Places"], post => Cell.Of(post.Need.HeadCount)),
        (T["Prévenues"], post => Cell.Of(post.Figures.Asked)),
        (T["Sans réponse"], post => Cell.Of(post.Figures.Waiting)),
        (T["Non"], post => Cell.Of(post.Figures.No)),
        (T["Encore à prévenir"], post => Cell.Of(post.Figures.Left?.Count)),
        (T["Ce qui les arrête"], post => Cell.Of(DayWords.Obstacle(post, T))));

    /// <returns>Nothing for what is no day, or lies too far from today to be planned.</returns>
    private DateOnly? Read(string? day) =>
        DateOnly.TryParseExact(day, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && Math.Abs(read.DayNumber - Today.DayNumber) <= FarthestDays ? read : null;
}
