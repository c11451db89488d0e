using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Certificates;
using Relais.Missions.Life;

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
        access.Get("/attestations", Who.Anyone);
        access.Get("/attestations/{code}", Who.Anyone).Example(AnyCertificateAsync);
        access.Get(CertificateFile.Route, Who.Anyone).Example(AnyCertificateAsync);
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

    private static Dictionary<string, string> Route(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
