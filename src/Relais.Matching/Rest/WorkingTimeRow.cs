using System.Text.Json;

namespace Relais.Matching.Rest;

/// <summary>A rule as it is stored and exchanged, whoever stores it.</summary>
/// <param name="Kind"><see cref="WorkingTimeRules.Kind"/> or <see cref="WorkingTimeRules.NightKind"/>.</param>
/// <param name="Key">Which rule of that kind: two rows of one key never count on the same day.</param>
/// <param name="ValidFrom">First day on which the row is in force.</param>
/// <param name="ValidTo">First day on which it no longer is; null while it still is.</param>
/// <param name="Value">The figures, as <c>Rest/working-time.json</c> writes them.</param>
/// <param name="Reference">The article.</param>
public sealed record WorkingTimeRow(string Kind, string Key, DateOnly ValidFrom, DateOnly? ValidTo, JsonElement Value, string Reference);
