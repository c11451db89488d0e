namespace Relais.Kernel.Journal;

/// <summary>Nobody is at the keyboard: a job or a command acts.</summary>
internal sealed class UnattendedActor : ICurrentActor
{
    public Guid? AccountId => null;

    public string Means => "job";
}
