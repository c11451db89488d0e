using System.Globalization;
using Relais.Commitments.Calendars;
using Relais.Commitments.Sentences;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Commitments.EmployerShifts;

/// <summary>Says what is wrong with a shift or a calendar, and what to do.</summary>
internal sealed class ShiftWords(Words T, Moments moments)
{
    public string Tell(CalendarFault fault)
    {
        var sentence = T[fault.Sentence, fault.Arguments];
        return fault.Line is { } line ? T["Ligne {0} : {1}", line.ToString(CultureInfo.CurrentCulture), sentence] : sentence;
    }

    public string Tell(LeftOut leftOut, TimeZoneInfo zone) => leftOut.Reason switch
    {
        LeftOutReason.WholeDay => T["C’est une journée entière, sans horaires : elle n’est pas comptée comme travaillée."],
        LeftOutReason.FreeTime => T["Votre agenda le marque comme du temps libre : il n’est pas compté."],
        LeftOutReason.NoLength => T["Il n’a pas de durée : il n’est pas compté."],
        LeftOutReason.TooLong => T["Il dure plus de {0} heures : ce n’est pas un poste. Saisissez vos horaires un par un.", ShiftPlan.LongestShift.TotalHours],
        LeftOutReason.UnreadRepetition => T["Sa répétition (ligne {0}) n’est pas prise en charge : seules le sont celles par jour ou par semaine. Saisissez ces postes un par un.", leftOut.Occurrence.Event.UnreadRepetition!],
        LeftOutReason.OverlapsShift => OverlapsShift(leftOut.Standing!.Value, zone),
        _ => OverlapsCommitment(leftOut.Standing!.Value, zone),
    };

    public string OverlapsShift(Interval standing, TimeZoneInfo zone) =>
        T["Il chevauche un poste déjà enregistré, {0}, qui est gardé. Supprimez celui-ci s’il est faux.", moments.Span(standing, zone)];

    public string OverlapsCommitment(Interval standing, TimeZoneInfo zone) =>
        T["Il chevauche un engagement que vous avez pris ici, {0} : il n’est pas enregistré. Si vous ne pouvez plus venir, retirez-vous de cet engagement.", moments.Span(standing, zone)];

    public string BreakTooLong() => T["La pause est plus longue que le poste."];

    public string TooLong() => T["Un poste dure au plus {0} heures. Vérifiez la date et l’heure de fin.", ShiftPlan.LongestShift.TotalHours];

    public string OutOfPeriod(Interval period, TimeZoneInfo zone) =>
        T["Indiquez un poste entre le {0} et le {1}.", moments.Day(period.Start, zone), moments.Day(period.End, zone)];

    public string StillEmployed() => T["Des postes à venir chez votre employeur sont enregistrés : supprimez-les d’abord."];

    public string Untitled() => T["Sans titre"];
}
