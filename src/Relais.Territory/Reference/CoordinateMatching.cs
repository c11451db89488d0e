using Relais.Accessibility;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;

namespace Relais.Territory.Reference;

/// <summary>
/// Gives each commune a point: by code, then by the code of a former commune, then by name inside the department, then
/// by hand; the others take the middle of their neighbours. A point far from every neighbour is refused.
/// </summary>
internal sealed class CoordinateMatching
{
    /// <summary>Part of the fingerprint: raise it when the rules below change, so that the data are taken in again.</summary>
    public const int Version = 1;

    private const double FarKilometres = 25;
    private const int EnoughNeighbours = 10;

    private readonly France _france;
    private readonly Neighbourhood _neighbourhood;
    private readonly Dictionary<string, PlacedCommune> _placed = new(StringComparer.Ordinal);

    private CoordinateMatching(France france) => (_france, _neighbourhood) = (france, new Neighbourhood(france));

    /// <returns>The point of each commune that has one, by code.</returns>
    public static IReadOnlyDictionary<string, PlacedCommune> Match(France france)
    {
        var matching = new CoordinateMatching(france);
        matching.MatchByCode();
        matching.MatchByName();
        matching.RefuseFarPoints();
        matching.TakeHandEntered();
        matching.ImputeTheRest();
        return matching._placed;
    }

    private void MatchByCode()
    {
        var names = _france.Communes.ToDictionary(commune => commune.Code, commune => NameKey.From(commune.Name), StringComparer.Ordinal);
        var successors = _france.FormerCommunes.ToFirstDictionary(former => former.Code, former => former.Commune);

        var candidates = _france.Places
            .Where(place => place.Commune is not null)
            .Select(place => names.ContainsKey(place.Commune!)
                ? (Code: place.Commune!, Quality: CoordinateQuality.ExactCode, Place: place)
                : (Code: successors.GetValueOrDefault(place.Commune!, ""), Quality: CoordinateQuality.FormerCode, Place: place))
            .Where(candidate => names.ContainsKey(candidate.Code))
            .OrderBy(candidate => candidate.Quality)
            .ThenByDescending(candidate => NameKey.From(candidate.Place.Name) == names[candidate.Code])
            .ThenBy(candidate => candidate.Place.IsSection)
            .ThenByDescending(candidate => candidate.Place.Population);

        foreach (var (code, quality, place) in candidates)
        {
            _placed.TryAdd(code, PlacedCommune.At(place, quality));
        }
    }

    private void MatchByName()
    {
        var places = _france.Places
            .Where(place => place.Commune is null)
            .OrderByDescending(place => place.Population)
            .ToFirstDictionary(place => (place.Department, NameKey.From(place.Name)), place => place);

        foreach (var commune in _france.Communes.Where(commune => !_placed.ContainsKey(commune.Code)))
        {
            if (places.TryGetValue((commune.Department, NameKey.From(commune.Name)), out var place))
            {
                _placed[commune.Code] = PlacedCommune.At(place, CoordinateQuality.SameName);
            }
        }
    }

    /// <summary>A wrong point is far from all its neighbours; a remote commune has few of them or one within reach.</summary>
    private void RefuseFarPoints()
    {
        var far = _france.Communes.Where(commune => _placed.ContainsKey(commune.Code) && IsFarFromEveryNeighbour(commune)).ToList();
        foreach (var commune in far)
        {
            _placed.Remove(commune.Code);
        }
    }

    private bool IsFarFromEveryNeighbour(CommuneLine commune)
    {
        var neighbours = _neighbourhood.Of(commune).Where(_placed.ContainsKey).ToList();
        var point = _placed[commune.Code].Point;
        return neighbours.Count >= EnoughNeighbours
            && neighbours.TrueForAll(code => GreatCircle.Kilometres(point, _placed[code].Point) > FarKilometres);
    }

    private void TakeHandEntered()
    {
        foreach (var place in _france.HandEntered.Places)
        {
            _placed.TryAdd(place.Commune, new PlacedCommune(new Place(place.Latitude, place.Longitude), CoordinateQuality.HandEntered));
        }
    }

    private void ImputeTheRest()
    {
        var known = _placed.ToDictionary(entry => entry.Key, entry => entry.Value.Point, StringComparer.Ordinal);
        var missing = _france.Communes.Where(commune => !known.ContainsKey(commune.Code)).ToList();

        foreach (var commune in missing)
        {
            var imputed = _neighbourhood.Circles(commune)
                .Select(circle => (circle.Quality, Points: circle.Codes.Where(known.ContainsKey).Select(code => known[code]).ToList()))
                .FirstOrDefault(circle => circle.Points.Count > 0);

            if (imputed.Points is { } points)
            {
                var middle = new Place(points.Average(point => point.Latitude), points.Average(point => point.Longitude));
                _placed[commune.Code] = new PlacedCommune(middle, imputed.Quality);
            }
        }
    }
}

internal sealed record PlacedCommune(Place Point, CoordinateQuality Quality)
{
    private const int UnknownAltitude = -9999;

    public static PlacedCommune At(PlaceLine place, CoordinateQuality quality) =>
        new(new Place(place.Latitude, place.Longitude, place.Altitude is UnknownAltitude ? null : place.Altitude), quality);
}
