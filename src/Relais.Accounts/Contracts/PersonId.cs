namespace Relais.Accounts.Contracts;

/// <summary>Somebody known to Relais, with or without an account.</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
