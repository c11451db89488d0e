using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>The kinds of mission for which one dossier serves.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Schemes>))]
public enum Schemes
{
    None = 0,

    /// <summary>A shift in an establishment that is short of hands.</summary>
    Shifts = 1,

    /// <summary>A departure of some weeks with a group, overseas for instance.</summary>
    Waves = 2,

    /// <summary>Advanced consultations in an area where doctors are few.</summary>
    Solidarity = 4,

    /// <summary>A crisis centre: phone lines, vaccination, discharge.</summary>
    CrisisCentre = 8,

    All = Shifts | Waves | Solidarity | CrisisCentre,
}
