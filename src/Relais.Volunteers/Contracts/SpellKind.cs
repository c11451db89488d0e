using System.Text.Json.Serialization;

namespace Relais.Volunteers.Contracts;

/// <summary>What a dated spell says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpellKind>))]
public enum SpellKind
{
    /// <summary>Can be asked then, whatever the usual week says.</summary>
    Available,

    /// <summary>Cannot come, whatever else is said.</summary>
    Blocked,
}
