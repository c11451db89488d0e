using Relais.Kernel.Modules;

namespace Relais.Accounts;

public sealed class AccountsModule : Module
{
    public override string Key => "accounts";
}
