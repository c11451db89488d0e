using Relais.Kernel.Modules;

namespace Relais.Volunteers;

public sealed class VolunteersModule : Module
{
    public override string Key => "volunteers";
}
