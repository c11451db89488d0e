using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Commitments.EmployerShifts;
using Relais.Commitments.Holding;
using Relais.Commitments.Sentences;
using Relais.Kernel.Modules;
using Relais.Kernel.PersonalData;
using Relais.Kernel.Retention;
using Relais.Kernel.Rules;
using Relais.Matching.Rest;

namespace Relais.Commitments;

public sealed class CommitmentsModule : Module
{
    public override string Key => "commitments";

    public override void AddServices(IServiceCollection services)
    {
        services.AddPersonalTables(CommitmentsTables.All);
        services.AddSingleton<RecordedLaw>();
        services.AddSingleton(provider => provider.GetRequiredService<RecordedLaw>().Rules);
        services.AddSingleton<RestCheck>();
        services.AddSingleton<Moments>();
        services.AddSingleton<RefusalWords>();

        services.AddScoped<CommitmentRows>();
        services.AddScoped<EmployerKnowledge>();
        services.AddScoped<Judge>();
        services.AddScoped<IPersonRoom, PromisedHours>();
        services.AddScoped<ICommitments, Ledger>();

        services.AddSingleton<ShiftWords>();
        services.AddSingleton<CountedPeriod>();
        services.AddScoped<TypedShifts>();
        services.AddScoped<CalendarReading>();
        services.AddScoped<CalendarImports>();
        services.AddScoped<IEmployerShifts, ShiftBook>();
        services.AddScoped<IRetentionRule, EmployerShiftRetention>();
        services.AddScoped<IRetentionRule, WaitingCalendarRetention>();
    }

    public override Task PrepareAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<RecordedLaw>().ReadAsync(services.GetRequiredService<DatedRules>(), cancellation);
}
