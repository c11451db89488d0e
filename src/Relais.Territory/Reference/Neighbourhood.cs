using Relais.Territory.Contracts;

namespace Relais.Territory.Reference;

/// <summary>Which communes are near one another, without coordinates: those of a postal code, of an EPCI, of a department.</summary>
internal sealed class Neighbourhood(France france)
{
    private readonly ILookup<string, string> _byPostalCode = france.Communes
        .SelectMany(commune => commune.PostalCodes.Select(postalCode => (postalCode, commune.Code)))
        .ToLookup(pair => pair.postalCode, pair => pair.Code, StringComparer.Ordinal);

    private readonly ILookup<string, string> _byDepartment =
        france.Communes.ToLookup(commune => commune.Department, commune => commune.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, EpciLine> _epciOf = france.Epci
        .SelectMany(epci => epci.Members.Select(member => (member.Code, epci)))
        .ToFirstDictionary(pair => pair.Code, pair => pair.epci);

    /// <summary>The communes of the same postal codes and of the same EPCI.</summary>
    public IEnumerable<string> Of(CommuneLine commune) =>
        SamePostalCode(commune).Union(SameEpci(commune)).Where(code => code != commune.Code);

    /// <summary>Wider and wider circles around the commune.</summary>
    public IEnumerable<(CoordinateQuality Quality, IEnumerable<string> Codes)> Circles(CommuneLine commune) =>
    [
        (CoordinateQuality.ImputedFromPostalCode, SamePostalCode(commune)),
        (CoordinateQuality.ImputedFromEpci, SameEpci(commune)),
        (CoordinateQuality.ImputedFromDepartment, _byDepartment[commune.Department]),
    ];

    private IEnumerable<string> SamePostalCode(CommuneLine commune) =>
        commune.PostalCodes.SelectMany(postalCode => _byPostalCode[postalCode]).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> SameEpci(CommuneLine commune) =>
        _epciOf.TryGetValue(commune.Code, out var epci) ? epci.Members.Select(member => member.Code) : [];
}
