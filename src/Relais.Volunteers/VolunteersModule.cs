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
using Relais.Registers.Contracts;
using Relais.Volunteers.Agreement;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Demonstration;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.OwnPool;
using Relais.Volunteers.Pool;
using Relais.Volunteers.Practice;
using Relais.Volunteers.Registration;
using Relais.Volunteers.Retention;
using Relais.Volunteers.Titles;
using Relais.Volunteers.When;
using Relais.Volunteers.Where;

namespace Relais.Volunteers;

public sealed class VolunteersModule : Module
{
    public override string Key => "volunteers";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(VolunteersTables.All);
        services.AddScoped<PoolClock>();
        services.AddScoped<Dossiers>();
        services.AddScoped<IVolunteers, KnownVolunteers>();
        services.AddScoped<IPersonRoom, VolunteerPerson>();
        services.AddSingleton<IVolunteerPool, VolunteerPool>();
        services.AddScoped<IVolunteerLoader, VolunteerLoader>();
        services.AddScoped<OwnPools>();
        services.AddScoped<IOwnPools>(provider => provider.GetRequiredService<OwnPools>());
        services.AddScoped<OwnPoolImports>();
        services.AddScoped<OwnPoolLinks>();
        services.AddScoped<Inviting>();
        services.AddMessage<OwnPoolInvitation, OwnPoolInvitation.Writer>();
        services.AddScoped<IRetentionRule, OwnPoolRetention>();
        services.AddScoped<IRetentionRule, OwnPoolImportRetention>();
        services.AddScoped<Drafts>();
        services.AddScoped<Registering>();
        services.AddScoped<ZoneSearch>();
        services.AddScoped<RppsCheck>();
        services.AddScoped<RequestLetter>();
        services.AddScoped<TitlesInRegister>();
        services.AddScoped<IVerificationHandler, TitleVerification>();
        services.AddScoped<IVerificationHandler, DifferenceVerification>();
        services.AddScoped<IRegisterWatch, CompareTitles.Handler>();
        services.AddRecurringJob<CompareTitles, CompareTitles.Handler>(TimeSpan.FromDays(1));
        services.AddScoped<IRetentionRule, InactivityRetention>();
        services.AddScoped<IRetentionRule, DraftRetention>();
        services.AddMessage<InactivityMessage, InactivityWriter>();
        services.AddDemonstration<VolunteersDemonstration>();
        services.AddDemonstration<RegisteredTwice>();
        services.AddDemonstration<TitleDemonstration>();
        services.AddDemonstration<OwnPoolDemonstration>();
        services.AddAccess(VolunteersAccess.Declare);
        services.AddDoors<OnDuty.OnDutyDoor>();
        services.AddDoors<MyDossier.DossierDoor>();
        services.AddNavigation("Mon dossier", MyDossier.DossierPage.Home, order: 20);
        services.AddNavigation("Mes disponibilités", AvailabilityPage.Address, order: 21);
        services.AddNavigation("Devenir volontaire", Steps.First, order: 20, user => user.Identity?.IsAuthenticated is not true);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVolunteersApi();
        endpoints.MapCommuneSuggestions();
        endpoints.MapRequestLetter();
    }
}
