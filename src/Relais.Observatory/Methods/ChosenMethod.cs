using Relais.Accessibility.Parameters;

namespace Relais.Observatory.Methods;

/// <summary>The parameters that a reader tries instead of those in use.</summary>
/// <param name="Query">As an address has them: <c>methode=3sfca</c>, <c>paliers=10%3D1</c>.</param>
internal sealed record ChosenMethod(CatchmentParameters Parameters, string Query);
