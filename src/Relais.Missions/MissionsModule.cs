using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Kernel.Modules;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Retention;
using Relais.Missions.Appraisal;
using Relais.Missions.Calendar;
using Relais.Missions.Certificates;
using Relais.Missions.Complaints;
using Relais.Missions.Contracts;
using Relais.Missions.Demonstration;
using Relais.Missions.Doors;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Notices;
using Relais.Missions.Owed;
using Relais.Missions.Presence;
using Relais.Missions.Retention;
using Relais.Missions.Statement;
using Relais.Missions.Welcome;

namespace Relais.Missions;

/// <summary>From a promise to its certificate: where to go, arrival, hours agreed by both sides.</summary>
public sealed class MissionsModule : Module
{
    public override string Key => "missions";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(MissionsTables.All);
        services.AddScoped<IMissions, MissionBook>();
        services.AddScoped<HeldMission>();
        services.AddScoped<MissionLinks>();
        services.AddScoped<Arriving>();
        services.AddScoped<Absence>();
        services.AddScoped<Agreeing>();
        services.AddScoped<Issuing>();
        services.AddScoped<PresenceList>();
        services.AddScoped<WelcomeBook>();
        services.AddScoped<IWelcome, WelcomeStates>();
        services.AddScoped<WelcomeReminder>();
        services.AddScoped<CertificateReading>();
        services.AddScoped<PaperIssuer>();
        services.AddScoped<CertificatePaper>();
        services.AddScoped<MissionFacts>();
        services.AddScoped<Thanking>();
        services.AddScoped<PaymentTerms>();
        services.AddScoped<Owing>();
        services.AddScoped<DueBook>();
        services.AddScoped<DueText>();
        services.AddScoped<DueSheet>();
        services.AddScoped<Payments>();
        services.AddScoped<Complaining>();
        services.AddScoped<ComplaintBook>();
        services.AddScoped<MonthStatement>();
        services.AddScoped<MissionNews>();
        services.AddScoped<MissionCalendar>();

        services.AddJob<AskForHours, AskForHours.Handler>();
        services.AddJob<TellHost, TellHost.Handler>();
        services.AddJob<TellOfComplaint, TellOfComplaint.Handler>();
        services.AddJob<RemindOfWelcome, RemindOfWelcome.Handler>();
        services.AddMessage<WelcomeNotReady, WelcomeNotReady.Writer>();
        services.AddMessage<YourHours, YourHours.Writer>();
        services.AddMessage<HoursToAgree, HoursToAgree.Writer>();
        services.AddMessage<HoursToCheck, HoursToCheck.Writer>();
        services.AddMessage<NotedAbsent, NotedAbsent.Writer>();
        services.AddMessage<CertificateReady, CertificateReady.Writer>();
        services.AddMessage<ThanksGiven, ThanksGiven.Writer>();
        services.AddMessage<ComplaintMade, ComplaintMade.Writer>();
        services.AddMessage<ComplaintAnswered, ComplaintAnswered.Writer>();

        services.AddScoped<IRetentionRule, EndedMissionRetention>();
        services.AddScoped<IRetentionRule, ComplaintRetention>();
        services.AddDemonstration<MissionsDemonstration>();
        services.AddReadings(MissionsReadings.Presence, MissionsReadings.Owed, MissionsReadings.Complaint);
        services.AddAccess(MissionsAccess.Declare);
        services.AddDoors<MyMissionDoors>();
        services.AddDoors<PresenceDoors>();
        services.AddDoors<ComplaintDoors>();
        services.AddNavigation("Mes missions", "/mes-missions", order: 11);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCalendarFeed();
        endpoints.MapCertificateFile();
        endpoints.MapStatementFiles();
    }
}
