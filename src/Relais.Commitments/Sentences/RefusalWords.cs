using Relais.Commitments.Contracts;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Commitments.Sentences;

/// <summary>Says a refusal to the person it concerns: the figures, the text that asks for them, and when they may work.</summary>
internal sealed class RefusalWords(Words T, Moments moments, WorkingTimeRules rules)
{
    public string Explain(RestRefusal refusal, HoldRequest request)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZone);
        var reason = refusal.Code is "rest.overlap" ? Overlap(refusal, request.Party, zone) : Law(refusal, request, zone);
        return $"{reason} {WhenFree(refusal, request.Party, zone)}";
    }

    private string Overlap(RestRefusal refusal, PartyKind party, TimeZoneInfo zone)
    {
        if (refusal.Conflicts is not [var held, ..])
        {
            return T["Ces horaires viennent d’être pris."];
        }

        var when = moments.Span(held.When, zone);
        return (party, held.AtEmployer) switch
        {
            (PartyKind.Room, _) => T["La salle est déjà prise {0}.", when],
            (PartyKind.Doctor, _) => T["Le médecin est déjà pris {0}.", when],
            (_, true) => T["Ces horaires chevauchent votre poste chez votre employeur, {0}.", when],
            _ => T["Ces horaires chevauchent un engagement que vous avez déjà, {0}.", when],
        };
    }

    private string Law(RestRefusal refusal, HoldRequest request, TimeZoneInfo zone)
    {
        var (found, limit) = (moments.Duration(refusal.FoundMinutes), moments.Duration(refusal.LimitMinutes));
        return BrokenRule(refusal, request) switch
        {
            SlidingCap cap => T["Vous auriez {0} de travail en {1} jours : le maximum est de {2} ({3}).", found, cap.Days, limit, cap.Article],
            CalendarWeekCap cap => T["Vous auriez {0} de travail dans la semaine : le maximum est de {1} ({2}).", found, limit, cap.Article],
            AverageCap cap => T["Vous auriez en moyenne {0} de travail par semaine sur {1} mois : le maximum est de {2} ({3}).", found, cap.Months, limit, cap.Article],
            var rest => Rest(refusal.Conflicts[0], found, limit, rest.Article, zone),
        };
    }

    private string Rest(Duty neighbour, string found, string limit, string article, TimeZoneInfo zone)
    {
        var when = moments.Span(neighbour.When, zone);
        return neighbour.AtEmployer
            ? T["Il y aurait {0} de repos entre ces horaires et votre poste chez votre employeur, {1} : il en faut {2} ({3}).", found, when, limit, article]
            : T["Il y aurait {0} de repos entre ces horaires et votre engagement, {1} : il en faut {2} ({3}).", found, when, limit, article];
    }

    private WorkingTimeRule BrokenRule(RestRefusal refusal, HoldRequest request) => rules.All.First(rule =>
        rule.Code == refusal.Code && rule.Regime == request.Regime && rule.Article == refusal.Article && rule.InForce(DayOf(request)));

    private static DateOnly DayOf(HoldRequest request) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.When.Start, TimeZoneInfo.FindSystemTimeZoneById(request.TimeZone)).DateTime);

    private string WhenFree(RestRefusal refusal, PartyKind party, TimeZoneInfo zone) => (refusal.EarliestStart, party) switch
    {
        (null, _) when refusal.Conflicts.Count is 0 => T["Choisissez d’autres horaires."],
        (null, _) => T["Aucun autre jour ne permet des horaires aussi longs."],
        ({ } start, PartyKind.Person) => T["Vous pouvez travailler à partir du {0}.", moments.At(start, zone)],
        ({ } start, _) => T["Libre à partir du {0}.", moments.At(start, zone)],
    };
}
