using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Jobs;

public static class JobServices
{
    /// <summary>Declares what runs when a <typeparamref name="TJob"/> comes off the queue.</summary>
    public static IServiceCollection AddJob<TJob, THandler>(this IServiceCollection services)
        where TJob : IJob
        where THandler : class, IJobHandler<TJob>
    {
        services.AddScoped<IJobHandler<TJob>, THandler>();
        services.AddSingleton(JobKind.Of<TJob>());
        return services;
    }

    /// <summary>The same for what comes back: one run for all nodes at the start of each period.</summary>
    /// <param name="services">The services of the installation.</param>
    /// <param name="every">A period that divides the UTC day, or a number of days.</param>
    public static IServiceCollection AddRecurringJob<TJob, THandler>(this IServiceCollection services, TimeSpan every)
        where TJob : IJob, new()
        where THandler : class, IJobHandler<TJob>
    {
        services.AddJob<TJob, THandler>();
        services.AddSingleton(new Recurrence(every, (queue, period, start) => queue.AddOnce(new TJob(), period, start)));
        return services;
    }

    internal static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<Alarm>();
        services.AddHostedService<NotificationListener>();
        services.AddScoped<JobQueue>();
        services.AddScoped<DeadJobs>();
        services.AddSingleton<JobKinds>();
        services.AddSingleton<JobStore>();
        services.AddHostedService<JobWorker>();
        return services.AddHostedService<RecurringJobs>();
    }
}
