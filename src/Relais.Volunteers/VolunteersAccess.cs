using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Employer;
using Relais.Volunteers.OwnPool;
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
        foreach (var page in (string[])["/mon-dossier", "/mon-dossier/metier", "/mon-dossier/competences", "/mon-dossier/zones", "/mon-dossier/titres", "/mon-dossier/accord-employeur", "/mes-disponibilites", "/mes-disponibilites/heures", "/mes-disponibilites/maintenant", "/mes-horaires", "/mes-reglages"])
        {
            access.Page(page, Who.Has(Role.Volunteer));
        }

        access.Get(RequestLetter.Route, Who.Has(Role.Volunteer));
        access.Page("/etablissements/{finess}/vivier", ThoseOfFacility).Example(AnyPoolAsync);
        access.Page("/etablissements/{finess}/vivier/ajouter", ThoseOfFacility).Example(AnyPoolAsync);
        access.Page("/etablissements/{finess}/vivier/import", ThoseOfFacility).Example(AnyPoolAsync);
        access.Page("/etablissements/{finess}/vivier/import/{id:guid}", ThoseOfFacility).Example(AnyPoolAsync);
        access.Page("/vivier/{token}", Who.LinkHolder);

        access.Page($"{ImportPage.Address}/{{id:guid}}", Who.Has(Role.Volunteer));
    }

    private static Who.Holders ThoseOfFacility => Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess"));

    /// <summary>A file that waits to be looked at, and its establishment.</summary>
    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyPoolAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var import = await services.GetRequiredService<RelaisDb>().Set<OwnPoolImport>().AsNoTracking()
            .Where(import => import.ImportedAt == null).OrderBy(import => import.UploadedAt).FirstOrDefaultAsync(cancellation);
        return import is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["finess"] = import.Finess.Value, ["id"] = import.Id.ToString() };
    }
}
