using Relais.Kernel.Data;

namespace Relais.Missions.Contracts;

/// <summary>What one person has promised to one establishment.</summary>
public readonly record struct MissionId(Guid Value) : IStrongId<MissionId>
{
    public static MissionId New() => new(Guid.CreateVersion7());

    public static MissionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
