using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Certificates;
using Relais.Missions.Complaints;
using Relais.Missions.Life;
using Relais.Missions.Owed;
using Relais.Missions.Statement;

namespace Relais.Missions;

/// <summary>Who may open what this room serves.</summary>
internal static class MissionsAccess
{
    public static void Declare(AccessRules access)
    {
        access.Page("/missions/{token}", Who.LinkHolder);
        access.Get("/mes-missions", Who.Has(Role.Volunteer));
        access.Page("/mes-missions/calendrier", Who.Has(Role.Volunteer));
        access.Get("/calendriers/{code}", Who.LinkHolder);
        access.Page("/etablissements/{finess}/presences", ThoseOfFacility).Example(AnyMissionAsync);
        access.Page("/etablissements/{finess}/presences/{mission:guid}", ThoseOfFacility).Example(AnyMissionAsync);
        access.Page("/etablissements/{finess}/presences/{mission:guid}/merci", ThoseOfFacility).Example(AnyDueAsync);
        access.Page("/etablissements/{finess}/accueil", ThoseOfFacility).Example(AnyMissionAsync);
        access.Page("/etablissements/{finess}/accueil/{mission:guid}", ThoseOfFacility).Example(AnyMissionAsync);
        access.Get("/attestations", Who.Anyone);
        access.Get("/attestations/{code}", Who.Anyone).Example(AnyCertificateAsync);
        access.Get(CertificateFile.Route, Who.Anyone).Example(AnyCertificateAsync);
        access.Get("/mon-compte/ce-qui-m-est-du", Who.Has(Role.Volunteer));
        access.Page("/mon-compte/ce-qui-m-est-du/{id:guid}", Who.Has(Role.Volunteer).Over<PersonOfDue>()).Hidden().Example(AnyDueAsync);
        access.Page("/etablissements/{finess}/sommes-dues", ThoseOfFacility).Example(AnyDueAsync);
        access.Page("/etablissements/{finess}/sommes-dues/{id:guid}", ThoseOfFacility).Example(AnyDueAsync);
        access.Page("/etablissements/{finess}/sommes-dues/ajouter/{mission:guid}", ThoseOfFacility).Example(AnyDueAsync);
        access.Get("/etablissements/{finess}/releve", ThoseOfFacility).Example(AnyDueAsync);
        access.Get(StatementFiles.Route, ThoseOfFacility).Example(AnyDueAsync);
        access.Get("/reclamations", Who.Has(Role.FacilityManager, Role.Coordinator, Role.NationalCrisisCentre));
        access.Page("/reclamations/{id:guid}", Who.Has(Role.FacilityManager, Role.Coordinator, Role.NationalCrisisCentre).Over<FacilityOfComplaint>()).Hidden().Example(AnyComplaintAsync);
    }

    private static Who.Holders ThoseOfFacility => Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess"));

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyMissionAsync(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<RelaisDb>().Set<Mission>().AsNoTracking().OrderBy(mission => mission.StartsAt).FirstOrDefaultAsync(cancellation) is { } mission
            ? Route(("finess", mission.Finess.Value), ("mission", mission.Id.ToString()))
            : null;

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyCertificateAsync(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<RelaisDb>().Set<Certificate>().OrderBy(certificate => certificate.IssuedAt).Select(certificate => certificate.Code).FirstOrDefaultAsync(cancellation) is { } code
            ? Route(("code", code))
            : null;

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyDueAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var found = await db.Set<Due>().AsNoTracking().OrderBy(due => due.Id)
            .Join(db.Set<Mission>(), due => due.MissionId, mission => mission.Id, (due, mission) => new { due.Id, mission.Finess, Mission = mission.Id })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : Route(("finess", found.Finess.Value), ("id", found.Id.ToString()), ("mission", found.Mission.ToString()), ("format", "csv"));
    }

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyComplaintAsync(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<RelaisDb>().Set<Complaint>().OrderBy(complaint => complaint.Id).Select(complaint => (Guid?)complaint.Id).FirstOrDefaultAsync(cancellation) is { } id
            ? Route(("id", id.ToString()))
            : null;

    private static Dictionary<string, string> Route(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
