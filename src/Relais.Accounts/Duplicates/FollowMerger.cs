using Relais.Kernel.Jobs;

namespace Relais.Accounts.Duplicates;

/// <summary>Somebody may have acted for the absorbed dossier from a page opened before the merger.</summary>
internal sealed record FollowMerger(Guid Merger) : IJob
{
    public static string Kind => "follow-merger";

    internal sealed class Handler(Mergers mergers) : IJobHandler<FollowMerger>
    {
        public Task HandleAsync(FollowMerger job, CancellationToken cancellation) => mergers.FollowAsync(job.Merger, cancellation);
    }
}
