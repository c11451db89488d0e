using Relais.Kernel.Modules;

namespace Relais.Territory;

public sealed class TerritoryModule : Module
{
    public override string Key => "territory";
}
