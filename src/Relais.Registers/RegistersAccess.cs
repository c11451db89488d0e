using Relais.Accounts.Contracts;

namespace Relais.Registers;

/// <summary>Who may open what this room serves.</summary>
internal static class RegistersAccess
{
    public static void Declare(AccessRules access) => access.Get("/administration/registres", Who.Has(Role.Administrator));
}
