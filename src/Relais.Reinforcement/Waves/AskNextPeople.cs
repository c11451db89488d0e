using Relais.Kernel.Jobs;

namespace Relais.Reinforcement.Waves;

/// <summary>Ask the next people about a need, if places are still free and the need has not changed since.</summary>
internal sealed record AskNextPeople(Guid NeedId, int Version) : IJob
{
    public static string Kind => "reinforcement.ask-next";
}
