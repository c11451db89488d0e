using Relais.Kernel.Data;

namespace Relais.Accounts.Contracts;

/// <summary>The means by which a person signs in; a person may have none.</summary>
public readonly record struct AccountId(Guid Value) : IStrongId<AccountId>
{
    public static AccountId New() => new(Guid.CreateVersion7());

    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
