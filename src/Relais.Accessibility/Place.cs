namespace Relais.Accessibility;

/// <summary>A point of the Earth, in decimal degrees (WGS 84), with its altitude where it is known.</summary>
/// <param name="Latitude">From -90 to 90, north is positive.</param>
/// <param name="Longitude">From -180 to 180, east is positive.</param>
/// <param name="AltitudeMetres">Metres above the sea, or nothing when no source gives it.</param>
public readonly record struct Place(double Latitude, double Longitude, double? AltitudeMetres = null);
