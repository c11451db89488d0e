using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Coordination;

/// <summary>What a coordinator reads of lateness, calls and answers.</summary>
internal static class CoordinationWords
{
    /// <summary>« 22 novembre, 21 h 05 » on the clocks of the place.</summary>
    public static string At(DateTimeOffset instant, string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        return $"{local.ToString("d MMMM", CultureInfo.CurrentCulture)}, {HoursText.Clock(local)}";
    }

    public static string Lateness(OpenNeed line, DateTimeOffset now, Words t) => line.IsLate(now)
        ? t["En retard de {0}", Length(now - line.DueAt, t)]
        : t["À pourvoir dans {0}", Length(line.DueAt - now, t)];

    public static string Told(Escalation escalation, string timeZone, Words t) => escalation.Step is EscalationStep.Coordinator
        ? t["Coordination prévenue le {0}", At(escalation.ReachedAt, timeZone)]
        : t["Centre national prévenu le {0}", At(escalation.ReachedAt, timeZone)];

    public static string Tried(Tried tried, Words t) => tried.Asked is 0
        ? t["Personne n’a encore été prévenu."]
        : $"{t.Count(tried.Asked, "{0} prévenue", "{0} prévenues")}, {t["{0} sans réponse", tried.Waiting]}, {t["{0} non", tried.No]}, {t.Count(tried.Calls, "{0} appel", "{0} appels")}.";

    public static string Of(CallOutcome outcome, Words t) => outcome switch
    {
        CallOutcome.Comes => t["Vient"],
        CallOutcome.DoesNotCome => t["Ne vient pas"],
        CallOutcome.NotReached => t["Pas de réponse"],
        CallOutcome.MessageLeft => t["Message laissé"],
        _ => t["À rappeler"],
    };

    public static string Outcome(NeedCall call, string timeZone, Words t) =>
        call.CallBackAt is { } at ? t["à rappeler le {0}", At(at, timeZone)] : Of(call.Outcome, t);

    public static string Asked(Offer? offer, string timeZone, Words t) => offer switch
    {
        null => t["Pas encore"],
        { State: OfferState.ToReconfirm } => t["Vient, à reconfirmer depuis un changement"],
        { State: OfferState.Waiting, SeenAt: { } seen } => t["Prévenue le {0}, a vu la demande le {1}", At(offer.SentAt, timeZone), At(seen, timeZone)],
        { State: OfferState.Waiting } => t["Prévenue le {0}, n’a pas encore vu la demande", At(offer.SentAt, timeZone)],
        { State: OfferState.Accepted } => t["A dit oui"],
        { State: OfferState.Candidate or OfferState.Standby } => t["A dit oui, attend une place"],
        { State: OfferState.Declined or OfferState.Withdrawn } => t["Ne vient pas"],
        _ => t["La question est close"],
    };

    private static string Length(TimeSpan span, Words t) => span switch
    {
        { TotalHours: < 1 } => t["{0} min", (int)span.TotalMinutes],
        { TotalHours: < 48 } => t["{0} h", (int)span.TotalHours],
        _ => t["{0} jours", (int)span.TotalDays],
    };
}
