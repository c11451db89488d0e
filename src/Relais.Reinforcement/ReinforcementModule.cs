using Relais.Kernel.Modules;

namespace Relais.Reinforcement;

public sealed class ReinforcementModule : Module
{
    public override string Key => "reinforcement";
}
