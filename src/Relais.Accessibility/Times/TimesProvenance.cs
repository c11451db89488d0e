namespace Relais.Accessibility.Times;

/// <summary>Where a set of travel times comes from. It goes with the times and with every figure computed from them.</summary>
/// <param name="Source">Who made it, as it is said beside a figure: a model and its fit, a distance engine, a file.</param>
/// <param name="Vintage">The date or year of the roads, or the version of the model.</param>
/// <param name="Sha256">Of the file as it was read, in lower-case hexadecimal; none for times that come from no file.</param>
/// <param name="Quality">What is said of each time.</param>
public sealed record TimesProvenance(string Source, string Vintage, string? Sha256, TravelTimeQuality Quality);
