using Relais.Accounts.Contracts;
using Relais.Kernel.Jobs;

namespace Relais.Accounts.Forgetting;

/// <summary>Erases one person whose day has come, apart from the others: what fails for one is tried again for that one.</summary>
internal sealed record ErasePerson(Guid Person) : IJob
{
    public static string Kind => "erase-person";

    internal sealed class Handler(Erasure erasure) : IJobHandler<ErasePerson>
    {
        public Task HandleAsync(ErasePerson job, CancellationToken cancellation) => erasure.EraseAsync(new PersonId(job.Person), cancellation);
    }
}
