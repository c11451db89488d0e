using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Day;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.PublicReports;
using Relais.Reinforcement.RegionPlans;
using Relais.Reinforcement.Series;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement;

/// <summary>Who may open what this room serves.</summary>
internal static class ReinforcementAccess
{
    public static void Declare(AccessRules access)
    {
        access.Page("/offres/{token}", Who.LinkHolder);
        access.Post("/offres/{token}/vue", Who.LinkHolder);

        access.Get("/etablissements", Who.Has(Role.FacilityManager));
        access.Get("/etablissements/{finess}", ThoseOfFacility.Or(Who.Has(Role.Coordinator).Over(ResourceOf.Facility("finess")))).Example(AnyFacilityAsync);
        access.Get("/etablissements/{finess}/pilotage", ThoseOfFacility.Or(Who.Has(Role.Coordinator).Over(ResourceOf.Facility("finess")))).Example(AnyFacilityAsync);
        access.Page("/etablissements/{finess}/besoins/nouveau", ThoseOfFacility).Example(AnyFacilityAsync);
        access.Page("/etablissements/{finess}/besoins/repeter", ThoseOfFacility).Example(AnyFacilityAsync);
        access.Page("/etablissements/{finess}/modeles", ThoseOfFacility).Example(AnyFacilityAsync);
        access.Page("/etablissements/{finess}/modeles/nouveau", ThoseOfFacility).Example(AnyFacilityAsync);

        access.Page("/etablissements/{finess}/personnes-ecartees", ThoseOfFacility).Example(AnyFacilityAsync);
        access.Page("/etablissements/{finess}/personnes-ecartees/{person:guid}", ThoseOfFacility).Example(AnyWhoCameAsync);

        access.Page("/mes-demandes/etablissements-ecartes", Who.Has(Role.Volunteer));
        access.Get("/mes-demandes", Who.Has(Role.Volunteer));
        access.Get("/pres-de-chez-moi", Who.Has(Role.Volunteer));
        access.Page("/pres-de-chez-moi/{id:guid}", Who.Has(Role.Volunteer)).Example(AnyOpenNeedAsync);
        access.Get("/besoins", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
        access.Get("/besoins/jour", Who.Has([.. DayNeeds.Readers]));
        access.Page("/plans", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
        access.Page("/plans/{id:guid}", CoordinationOfPlan).Example(AnyPlanAsync);
        access.Get(PlanFilesRoute.Route, CoordinationOfPlan).Example(AnyPlanAsync);
        access.Get("/pilotage", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
        access.Page("/pilotage/bilans", Who.Has(Role.Coordinator, Role.NationalCrisisCentre));
        access.Get("/bilans", Who.Anyone);
        access.Get("/bilans/{id:guid}", Who.Anyone).Example(AnyReportAsync);
        access.Page("/besoins/{id:guid}/suivi", CoordinationOfNeed).Example(AnyOpenNeedAsync);
        access.Page("/besoins/{id:guid}/appels/{person:guid}", CoordinationOfNeed).Example(AnyCallAsync);
        access.Page("/besoins/{id:guid}", ThoseOfNeed).Example(AnyNeedAsync);
        access.Get("/besoins/{id:guid}/flux", ThoseOfNeed).Example(AnyNeedAsync);
        access.Page("/besoins/{id:guid}/apercu", ThoseOfNeed).Example(AnyNeedAsync);
        access.Page("/besoins/{id:guid}/modifier", ThoseOfNeed).Example(AnyNeedAsync);

        access.Page("/series/{id:guid}", ThoseOfSeries).Example(AnySeriesAsync);

        access.Post("/api/v1/needs", Who.Has(Role.FacilityManager));
        access.Get("/api/v1/needs", Who.Has(Role.FacilityManager));
        access.Get("/api/v1/needs/{id:guid}", ThoseOfNeed).Example(AnyNeedAsync);
        access.Get("/api/v1/needs/{id:guid}/preview", ThoseOfNeed).Example(AnyNeedAsync);
        access.Post("/api/v1/needs/{id:guid}/publish", ThoseOfNeed).Example(AnyNeedAsync);
        access.Post("/api/v1/needs/{id:guid}/close", ThoseOfNeed).Example(AnyNeedAsync);
        access.Post("/api/v1/needs/{id:guid}/cancel", ThoseOfNeed).Example(AnyNeedAsync);

        access.Post("/api/v1/need-series", Who.Has(Role.FacilityManager));
        access.Post("/api/v1/need-series/dates", Who.Has(Role.FacilityManager));
        access.Get("/api/v1/need-series/{id:guid}", ThoseOfSeries).Example(AnySeriesAsync);
        access.Post("/api/v1/need-series/{id:guid}/cancel", ThoseOfSeries).Example(AnySeriesAsync);
        access.Post("/api/v1/need-series/{id:guid}/restore", ThoseOfSeries).Example(AnySeriesAsync);

        access.Get("/api/v1/offers", Who.SignedIn);
        access.Post("/api/v1/offers/{id:guid}/answer", Who.Has(Role.Volunteer).Over<OfferOfRoute>()).Hidden().Example(AnyOfferAsync);
    }

    /// <summary>Those who answer for the establishment, and those who answer for the territory in which it lies.</summary>
    private static Who.Holders ThoseOfNeed => Who.Has(Role.FacilityManager, Role.Coordinator).Over<NeedOfRoute>();

    private static Who.Holders CoordinationOfNeed => Who.Has(Role.Coordinator, Role.NationalCrisisCentre).Over<NeedOfRoute>();

    private static Who.Holders CoordinationOfPlan => Who.Has(Role.Coordinator, Role.NationalCrisisCentre).Over<PlanOfRoute>();

    private static Who.Holders ThoseOfSeries => Who.Has(Role.FacilityManager, Role.Coordinator).Over<SeriesOfRoute>();

    private static Who.Holders ThoseOfFacility => Who.Has(Role.FacilityManager).Over(ResourceOf.Facility("finess"));

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyNeedAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("id", (await services.GetRequiredService<RelaisDb>().Set<Need>().OrderBy(need => need.StartsAt).Select(need => (NeedId?)need.Id).FirstOrDefaultAsync(cancellation))?.ToString());

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyReportAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("id", (await services.GetRequiredService<RelaisDb>().Set<PublicReport>().Where(report => report.WithdrawnAt == null).OrderBy(report => report.PublishedAt).Select(report => (Guid?)report.Id).FirstOrDefaultAsync(cancellation))?.ToString());

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyPlanAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("id", (await services.GetRequiredService<RelaisDb>().Set<RegionPlan>().Where(plan => plan.Files != null).OrderBy(plan => plan.AskedAt).Select(plan => (Guid?)plan.Id).FirstOrDefaultAsync(cancellation))?.ToString());

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnySeriesAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("id", (await services.GetRequiredService<RelaisDb>().Set<NeedSeries>().OrderBy(series => series.CreatedAt).Select(series => (Guid?)series.Id).FirstOrDefaultAsync(cancellation))?.ToString());

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyOpenNeedAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var open = services.GetRequiredService<RelaisDb>().Set<Need>().Where(need => need.State == NeedState.Open && need.Wave > 0);
        return Named("id", (await open.OrderByDescending(need => need.StartsAt).Select(need => (NeedId?)need.Id).FirstOrDefaultAsync(cancellation))?.ToString());
    }

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyWhoCameAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var came = await db.Set<Assignment>().Where(held => held.ReleasedAt == null)
            .Join(db.Set<Need>(), held => held.NeedId, need => need.Id, (held, need) => new { need.Finess, held.PersonId, held.TakenAt })
            .OrderBy(held => held.TakenAt).FirstOrDefaultAsync(cancellation);
        return came is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["finess"] = came.Finess.Value, ["person"] = came.PersonId.ToString() };
    }

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyCallAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var asked = await db.Set<Offer>().Where(offer => offer.State == OfferState.Waiting)
            .Join(db.Set<Need>().Where(need => need.State == NeedState.Open), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer.NeedId, offer.PersonId })
            .OrderBy(offer => offer.NeedId).FirstOrDefaultAsync(cancellation);
        return asked is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = asked.NeedId.ToString(), ["person"] = asked.PersonId.ToString() };
    }

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyOfferAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("id", (await services.GetRequiredService<RelaisDb>().Set<Offer>().OrderBy(offer => offer.SentAt).Select(offer => (OfferId?)offer.Id).FirstOrDefaultAsync(cancellation))?.ToString());

    private static async ValueTask<IReadOnlyDictionary<string, string>?> AnyFacilityAsync(IServiceProvider services, CancellationToken cancellation) =>
        Named("finess", await services.GetRequiredService<IFacilities>().SearchAsync("", 1, cancellation) is [var facility] ? facility.Number.Value : null);

    private static Dictionary<string, string>? Named(string name, string? value) =>
        value is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value };
}
