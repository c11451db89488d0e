using Relais.Accounts.Contracts;
using Relais.Volunteers.Employer;
using Relais.Volunteers.Registration;
using Relais.Volunteers.Where;

namespace Relais.Volunteers;

/// <summary>Who may open what in this room.</summary>
internal static class VolunteersAccess
{
    public static void Declare(AccessRules access)
    {
        for (var step = 1; step <= Steps.Last; step++)
        {
            access.Page(Steps.Url(step), Who.Anyone);
        }

        access.Get(Steps.Done, Who.Anyone);
        access.Get(CommuneSuggestions.Route, Who.Anyone);
        access.Post(VolunteersApi.Route, Who.Anyone);

        // One's own dossier alone: these pages name nobody, they show who is signed in.
        foreach (var page in (string[])["/mon-dossier", "/mon-dossier/metier", "/mon-dossier/competences", "/mon-dossier/zones", "/mon-dossier/titres", "/mes-disponibilites", "/mes-disponibilites/heures", "/mes-horaires", "/mes-reglages"])
        {
            access.Page(page, Who.Has(Role.Volunteer));
        }

        access.Page($"{ImportPage.Address}/{{id:guid}}", Who.Has(Role.Volunteer));
    }
}
