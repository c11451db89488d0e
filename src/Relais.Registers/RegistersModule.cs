using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Modules;
using Relais.Registers.Contracts;
using Relais.Registers.Importing;

namespace Relais.Registers;

public sealed class RegistersModule : Module
{
    public override string Key => "registers";

    public override string Database => RegistersDb.Key;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IRegisters, KnownRegisters>();
        services.AddScoped<IRegisterImport, RegisterImport>();
        services.AddAccess(RegistersAccess.Declare);
        services.AddNavigation("Registres", "/administration/registres", 92);
    }
}
