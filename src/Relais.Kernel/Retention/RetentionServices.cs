using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Api;
using Relais.Kernel.Files;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;

namespace Relais.Kernel.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddScoped<IRetentionRule, MessageRetention>();
        services.AddScoped<IRetentionRule, DoneJobRetention>();
        services.AddScoped<IRetentionRule, KeptAnswerRetention>();
        services.AddScoped<IRetentionRule, FileRetention>();
        return services.AddRecurringJob<ApplyRetention, ApplyRetention.Handler>(TimeSpan.FromDays(1));
    }
}
