using Relais.Design.Display;
using Relais.Kernel.Wording;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.MyDossier;

/// <summary>One line of what is there and what is missing.</summary>
internal sealed record DossierTask(string Title, string Url, string Status, Tone Tone, string? Hint = null);

/// <summary>Says, for each kind of mission that the person accepts, what its dossier still lacks.</summary>
internal static class DossierTasks
{
    public static IReadOnlyList<DossierTask> Of(Volunteer volunteer, DateOnly today, AgreementRules agreements, bool employerHoursKnown, bool canBeReached, Words words)
    {
        var verified = volunteer.Titles.All(title => title.Title.LevelOn(today) is not null);
        var stale = volunteer.Skills.Any(skill => !skill.Skill.CountsOn(today));
        var hasWhen = !volunteer.Week.IsEmpty || volunteer.Spells.Any(spell => spell.RemovedAt is null && spell.Kind is SpellKind.Available);
        var far = volunteer.Schemes.HasFlag(Schemes.Waves);

        return
        [
            .. canBeReached
                ? Array.Empty<DossierTask>()
                : [Line("Adresse ou mobile à confirmer", "/mon-compte/adresses", isDone: false, "Sans cela, aucune demande ne vous parvient : ouvrez le lien que nous vous avons envoyé.")],
            Line("Situation et employeur", "/mon-dossier/metier", isDone: true),
            .. AgreementLine(),
            Line("Expérience", "/mon-dossier/competences", !stale, stale ? "Une expérience date de plus de cinq ans : elle ne compte plus sans remise à niveau." : null),
            Line("Titres vérifiés", "/mon-dossier/titres", verified, verified ? null : "Sans preuve, vous ne recevez que les demandes qui n’exigent pas de titre vérifié."),
            Line("Lieux et missions", "/mon-dossier/zones", isDone: true),
            Line("Disponibilités", "/mes-disponibilites", hasWhen, hasWhen ? null : "Sans disponibilité indiquée, vous êtes appelé en dernier."),
            Line("Horaires chez votre employeur", "/mes-horaires", employerHoursKnown, employerHoursKnown ? null : "Pour vérifier votre repos avant de vous proposer un poste."),
            .. far && volunteer.LongestStayDays is null
                ? [Line("Durée des départs", "/mes-disponibilites", isDone: false, "Pour les départs de plusieurs semaines : dites combien de jours au plus.")]
                : Array.Empty<DossierTask>(),
        ];

        // Who did not say for whom they work is asked, and not stopped; who does not practise is not asked.
        IEnumerable<DossierTask> AgreementLine()
        {
            const string title = "Accord de l’employeur";
            if (volunteer.Status is not VolunteerStatus.Active)
            {
                yield break;
            }

            if (volunteer.EmployerKind is null)
            {
                yield return new DossierTask(words[title], AgreementPage.Address, words["À dire"], Tone.Quiet, words["Agent public ou lié par une clause d’exclusivité : l’accord de votre employeur est nécessaire."]);
                yield break;
            }

            if (agreements.NeededBy(volunteer.Status, volunteer.EmployerKind).Any(span => span.Contains(today)))
            {
                var isCovered = volunteer.Agreements.Any(agreement => agreement.Covers(today));
                yield return Line(title, AgreementPage.Address, isCovered, isCovered ? null : "Sans lui, aucune mission ne vous est proposée : demandez-le à votre employeur, puis notez-le ici.");
            }
        }

        DossierTask Line(string title, string url, bool isDone, string? hint = null) => new(
            words[title], url, isDone ? words["Fait"] : words["À compléter"], isDone ? Tone.Good : Tone.Waiting, hint is null ? null : words[hint].Value);
    }
}
