using Relais.Kernel.Modules;

namespace Relais.Commitments;

public sealed class CommitmentsModule : Module
{
    public override string Key => "commitments";
}
