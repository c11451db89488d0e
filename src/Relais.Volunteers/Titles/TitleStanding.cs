using Relais.Accounts.Contracts;
using Relais.Design.Display;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Titles;

/// <summary>Where a title stands, and who acts next.</summary>
internal sealed record TitleStanding(Tone Tone, string State, string? Detail, DateOnly? Until, string? Reason)
{
    public static TitleStanding Of(VolunteerTitle title, VerificationStanding? last, DateOnly today) => (title.Title.LevelOn(today), last?.State) switch
    {
        (_, VerificationState.Waiting) => new TitleStanding(Tone.Waiting, "En vérification", "La personne qui vérifie vous écrit le résultat.", null, null),
        ({ } level, _) => new TitleStanding(Tone.Good, "Vérifié", DossierWords.Of(level), title.ValidUntil, null),
        (null, VerificationState.MoreAsked) => new TitleStanding(Tone.Waiting, "À compléter", "À vous : envoyez ce qui est demandé.", null, last!.Reason),
        (null, VerificationState.Refused) => new TitleStanding(Tone.Bad, "Refusé", "Vous pouvez envoyer un autre document.", null, last!.Reason),
        _ when title.ValidUntil is { } until => new TitleStanding(Tone.Waiting, "Expiré", "À vous : envoyez un document récent.", until, null),
        _ => new TitleStanding(Tone.Waiting, "Non vérifié", "À vous : envoyez un document.", null, null),
    };
}
