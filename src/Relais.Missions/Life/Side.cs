namespace Relais.Missions.Life;

/// <summary>The two who agree on a mission.</summary>
internal enum Side
{
    Person,
    Host,
}
