using Relais.Kernel.Jobs;

namespace Relais.Accounts.Forgetting;

/// <summary>Erases, each hour, those whose days to change their mind are over.</summary>
internal sealed record EraseDue : IJob
{
    public static string Kind => "erase-due";

    internal sealed class Handler(ErasureRequests requests) : IJobHandler<EraseDue>
    {
        public Task HandleAsync(EraseDue job, CancellationToken cancellation) => requests.EraseDueAsync(cancellation);
    }
}
