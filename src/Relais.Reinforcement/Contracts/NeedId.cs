namespace Relais.Reinforcement.Contracts;

/// <summary>A shift that an establishment asks to have filled.</summary>
public readonly record struct NeedId(Guid Value)
{
    public static NeedId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}

/// <summary>A question put to one person about one need.</summary>
public readonly record struct OfferId(Guid Value)
{
    public static OfferId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
