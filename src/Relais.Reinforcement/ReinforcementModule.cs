using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.PersonalData;
using Relais.Kernel;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Kernel.Modules;
using Relais.Kernel.Retention;
using Relais.Kernel.Search;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Api;
using Relais.Reinforcement.Board;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Day;
using Relais.Reinforcement.Demonstration;
using Relais.Reinforcement.Doors;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Facility;
using Relais.Reinforcement.Figures;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Pay;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Preview;
using Relais.Reinforcement.PublicReports;
using Relais.Reinforcement.Quotas;
using Relais.Reinforcement.RegionPlans;
using Relais.Reinforcement.Retention;
using Relais.Reinforcement.Search;
using Relais.Reinforcement.Series;
using Relais.Reinforcement.Substitution;
using Relais.Reinforcement.Waves;
using Relais.Replies.Contracts;

namespace Relais.Reinforcement;

/// <summary>From an urgent need of an establishment to volunteers who come: needs, offers, places.</summary>
public sealed class ReinforcementModule : Module
{
    public override string Key => "reinforcement";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(ReinforcementTables.All);
        services.AddScoped<NeedDrafts>();
        services.AddScoped<NeedDesk>();
        services.AddScoped<NeedLife>();
        services.AddScoped<NeedChanging>();
        services.AddScoped<NeedLines>();
        services.AddScoped<SeriesDrafts>();
        services.AddScoped<SeriesActs>();
        services.AddScoped<SeriesText>();
        services.AddScoped<NeedText>();
        services.AddScoped<PayQuotes>();
        services.AddScoped<PlaceKeeper>();
        services.AddScoped<OfferLinks>();
        services.AddScoped<StandingOffers>();
        services.AddScoped<OfferViews>();
        services.AddScoped<Answering>();
        services.AddScoped<IAnswerable, AnsweredOffers>();
        services.AddScoped<AnswerTimes>();
        services.AddScoped<Settling>();
        services.AddScoped<Reopening>();
        services.AddScoped<IPromiseRoom, Replacing>();
        services.AddScoped<IPayingRoom, PayOfPlaces>();
        services.AddScoped<WeekBudget>();
        services.AddScoped<Asking>();
        services.AddScoped<Notifying>();
        services.AddScoped<OfferFacts>();
        services.AddScoped<BoardViews>();
        services.AddScoped<NeedsInScope>();
        services.AddScoped<CoordinatedPlaces>();
        services.AddScoped<OpenNeeds>();
        services.AddScoped<DayNeeds>();
        services.AddScoped<OpenPosts>();
        services.AddScoped<FigureBook>();
        services.AddScoped<INeedFigures, NeedTotals>();
        services.AddScoped<PublicFigureBook>();
        services.AddScoped<PublishedReports>();
        services.AddScoped<IWorkUnderWay, NeedsUnderWay>();
        services.AddScoped<FreePlaces>();
        services.AddScoped<InHand>();
        services.AddScoped<CallList>();
        services.AddScoped<Calling>();
        services.AddScoped<Escalating>();
        services.AddScoped<MyFacilities>();
        services.AddScoped<ReinforcementDays>();
        services.AddScoped<DayRules>();
        services.AddScoped<Substitutions>();
        services.AddScoped<ExclusionList>();
        services.AddScoped<Excluding>();
        services.AddScoped<CandidateSearch>();
        services.AddScoped<WavePaces>();
        services.AddScoped<Previewing>();
        services.AddSingleton<ProfileReferences>();
        services.AddScoped<ProfileCards>();
        services.AddScoped<DirectAsk>();
        services.AddScoped<RegionSituations>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanKeeping>();
        services.AddScoped<PlanDecisions>();
        services.AddScoped<PlanViews>();
        services.AddScoped<NearbyNeeds>();
        services.AddScoped<ComingForward>();

        services.AddJob<AskNextPeople, AskNextPeople.Handler>();
        services.AddJob<PublishInTurn, PublishInTurn.Handler>();
        services.AddJob<MakeRegionPlan, MakeRegionPlan.Handler>();
        services.AddJob<AskLater, AskLater.Handler>();
        services.AddJob<SettlePlace, SettlePlace.Handler>();
        services.AddJob<EndNeed, EndNeed.Handler>();
        services.AddJob<TellFacility, TellFacility.Handler>();
        services.AddRecurringJob<EscalateLate, EscalateLate.Handler>(TimeSpan.FromMinutes(5));

        services.AddMessage<Invitation, Invitation.Writer>();
        services.AddMessage<Confirmation, Confirmation.Writer>();
        services.AddMessage<NeedChanged, NeedChanged.Writer>();
        services.AddMessage<CalledOff, CalledOff.Writer>();
        services.AddMessage<OfferEnded, OfferEnded.Writer>();
        services.AddMessage<NewsOfNeed, NewsOfNeed.Writer>();
        services.AddMessage<NeedIsLate, NeedIsLate.Writer>();

        services.AddScoped<SearchReach>();
        services.AddScoped<ISearchSource, FacilitySearch>();
        services.AddScoped<ISearchSource, NeedSearch>();
        services.AddScoped<IRetentionRule, EndedNeedRetention>();
        services.AddScoped<IRetentionRule, RegionPlanRetention>();
        services.AddScoped<IRetentionRule, RequestBudgetRetention>();
        services.AddScoped<IRetentionRule, ExclusionRetention>();

        services.AddScoped<InventedStory>();
        services.AddDemonstration<NeedsDemonstration>();
        services.AddReadings(BoardModel.Coming, FacilityExclusionsModel.Names, FollowUpModel.Names, CallModel.Number, PlanModel.Names);
        services.AddAccess(ReinforcementAccess.Declare);
        services.AddDoors<FacilityDoors>();
        services.AddDoors<OfferDoors>();
        services.AddDoors<OpenNeedDoors>();
        services.AddNavigation("Mes établissements", "/etablissements", order: 10);
        services.AddNavigation("Mes demandes", "/mes-demandes", order: 10);
        services.AddNavigation("Près de chez moi", "/pres-de-chez-moi", order: 11);
        services.AddNavigation("Besoins ouverts", "/besoins", order: 30);
        services.AddNavigation("Pilotage des renforts", "/pilotage", order: 31);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSeen();
        endpoints.MapBoardStream();
        endpoints.MapNeedsApi();
        endpoints.MapOffersApi();
        endpoints.MapSeriesApi();
        endpoints.MapPlanFiles();
    }
}
