using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Administration;
using Relais.Accounts.Contracts;
using Relais.Accounts.Delegations;
using Relais.Accounts.Demonstration;
using Relais.Accounts.Forgetting;
using Relais.Accounts.Installing;
using Relais.Accounts.Duplicates;
using Relais.Accounts.MyData;
using Relais.Accounts.MyMessages;
using Relais.Accounts.Passkeys;
using Relais.Accounts.People;
using Relais.Accounts.Readings;
using Relais.Accounts.Rights;
using Relais.Accounts.Sessions;
using Relais.Accounts.SignIn;
using Relais.Accounts.Tokens;
using Relais.Accounts.Verifications;
using Relais.Design.Navigation;
using Relais.Kernel.PersonalData;
using Relais.Kernel;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Modules;
using Relais.Kernel.Retention;
using Relais.Kernel.Search;

namespace Relais.Accounts;

public sealed class AccountsModule : Module
{
    public override string Key => "accounts";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(AccountsTables.All);
        services.AddHttpContextAccessor();
        services.AddScoped<IPeople, KnownPeople>();
        services.AddScoped<IRecipientDirectory, Recipients>();
        services.AddScoped<IQuietHours, ChosenQuietHours>();
        services.AddScoped<AddressChecks>();
        services.AddMessage<EmailCheckMessage, AddressCheckWriter>();
        services.AddMessage<MobileCheckMessage, AddressCheckWriter>();
        services.AddSignIn();

        services.AddSingleton<AccessTable>();
        services.TryAddSingleton<IScopeResolver, NoPlaces>();
        services.AddScoped<Coverage>();
        services.AddScoped<Judge>();
        services.AddScoped<IPageAccess, PageAccess>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddScoped<IRoles, Roles>();
        services.AddScoped<ScopeNames>();
        services.AddScoped<DelegationEnding>();
        services.AddScoped<Delegating>();
        services.AddScoped<HandOvers>();
        services.AddMessage<DelegationAsked, DelegationAsked.Writer>();
        services.AddDoors<HandOverDoor>();
        services.AddAccess(AccountsAccess.Declare);

        services.AddScoped<VerificationDesk>();
        services.AddScoped<IVerifications>(provider => provider.GetRequiredService<VerificationDesk>());
        services.AddScoped<VerificationJudgement>();
        services.AddScoped<VerificationQueue>();
        services.AddMessage<VerificationDecidedMessage, VerificationDecidedMessage.Writer>();
        services.AddScoped<IDemonstrationCast, DemonstrationCast>();
        services.AddDemonstration<DemonstrationAccounts>();
        services.AddDemonstration<DuplicatesDemonstration>();
        services.AddScoped<TestMessages>();
        services.AddScoped<FirstAdministrators>();
        services.AddScoped<IFirstAdministrator>(provider => provider.GetRequiredService<FirstAdministrators>());
        services.AddMessage<TestMessage, TestMessage.Writer>();
        services.AddScoped<IRetentionRule, SignInAttemptRetention>();
        services.AddScoped<IRetentionRule, AddressProofRetention>();
        services.AddScoped<IRetentionRule, SessionRetention>();
        services.AddScoped<IRetentionRule, AnsweredChallengeRetention>();
        services.AddScoped<IRetentionRule, EndedTokenRetention>();
        services.AddScoped<IRetentionRule, UnansweredEvidence>();
        services.AddScoped<IPersonRoom, KnownPerson>();
        services.AddScoped<OwnedRows>();
        services.AddScoped<Handover>();
        services.AddScoped<Mergers>();
        services.AddScoped<DossierDeciders>();
        services.AddScoped<Lookalikes>();
        services.AddScoped<SideBySide>();
        services.AddJob<FollowMerger, FollowMerger.Handler>();
        services.AddScoped<IRetentionRule, MergerRetention>();
        services.AddScoped<Erasure>();
        services.AddScoped<ErasureRequests>();
        services.AddRecurringJob<EraseDue, EraseDue.Handler>(TimeSpan.FromHours(1));
        services.AddJob<ErasePerson, ErasePerson.Handler>();
        services.AddMessage<ErasureAsked, ErasureAsked.Writer>();
        services.AddScoped<PersonalCopy>();
        services.AddScoped<WholeDossiers>();
        services.AddScoped<MyReaders>();
        services.AddScoped<IReadings, NotedReadings>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<NotePeopleShown>());
        services.AddReadings(
            AccountsReadings.Account, AccountsReadings.Compared, AccountsReadings.Merger, AccountsReadings.Verification, AccountsReadings.Evidence);
        services.AddDoors<VerificationDoor>();
        services.AddScoped<ScopeChoice>();
        services.AddScoped<ISearchSource, PeopleSearch>();
        services.AddNavigation("Comptes", "/administration/comptes", 90);
        services.AddNavigation("Journal", "/administration/journal", 91);
        services.AddNavigation("Installation", "/administration/installation", 92);
        services.AddNavigation("Doublons", "/doublons", 45);
        services.AddNavigation("Vérifications", "/verifications", 40);
        services.AddNavigation("Mes messages", "/mes-messages", 20);
        services.AddScoped<INavigationCount, UnreadMessages>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEvidenceFile();
        endpoints.MapMessagesApi();
        endpoints.MapPersonalCopy();
    }
}
