using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Catchments;

/// <summary>The figure of each place, with what it was computed from.</summary>
/// <param name="Values">Supply per head of demand: consultations accessible a year for the APL.</param>
/// <param name="LostSupply">The supply of practices where nobody would come: it is in no figure.</param>
/// <param name="Parameters">The method and its weights.</param>
/// <param name="Times">Where the travel times come from.</param>
public sealed record CatchmentFigures(IReadOnlyList<double> Values, double LostSupply, CatchmentParameters Parameters, TimesProvenance Times);
