using Relais.Kernel.Jobs;

namespace Relais.Observatory.Ranges;

/// <summary>After each import, and each day in case the reference data changed: how sure each figure is.</summary>
internal sealed record ComputeRanges : IJob
{
    public static string Kind => "compute-accessibility-ranges";

    internal sealed class Handler(RangeBook ranges) : IJobHandler<ComputeRanges>
    {
        public Task HandleAsync(ComputeRanges job, CancellationToken cancellation) => ranges.ComputeAsync(cancellation);
    }
}
