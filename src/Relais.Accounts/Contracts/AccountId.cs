namespace Relais.Accounts.Contracts;

/// <summary>The means by which a person signs in; a person may have none.</summary>
public readonly record struct AccountId(Guid Value)
{
    public static AccountId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
