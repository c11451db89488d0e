namespace Relais.Kernel.Jobs;

/// <summary>Work to do later, described by ids: it is stored as JSON and read again when its time comes.</summary>
public interface IJob
{
    /// <summary>The name under which the job is stored. It outlives renamed classes, so it never changes.</summary>
    static abstract string Kind { get; }
}

/// <summary>Does one kind of job. It may run again if a node dies midway, so it must be repeatable.</summary>
public interface IJobHandler<in TJob>
    where TJob : IJob
{
    /// <param name="job">What to do.</param>
    /// <param name="cancellation">Cancelled when the node stops or when the job was handed to another node.</param>
    Task HandleAsync(TJob job, CancellationToken cancellation);
}
