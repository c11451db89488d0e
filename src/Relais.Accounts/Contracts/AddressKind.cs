namespace Relais.Accounts.Contracts;

public enum AddressKind
{
    Email,
    Mobile,
}
