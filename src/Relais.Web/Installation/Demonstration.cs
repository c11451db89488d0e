namespace Relais.Web.Installation;

/// <summary>An installation filled with invented people says so on every page (setting « Demonstration »).</summary>
internal sealed record Demonstration(bool IsOn);
