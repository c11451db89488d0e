using System.Diagnostics.CodeAnalysis;
using Relais.Accessibility;
using Relais.Kernel.Identifiers;
using Relais.Territory.Communes;

namespace Relais.Territory.Contracts;

/// <summary>All the communes at once, in the order of their codes. It never changes; any number of threads may read it.</summary>
public sealed class CommuneTable
{
    private readonly Dictionary<CommuneCode, Commune> _byCode;
    private readonly Dictionary<CommuneCode, Commune> _byFormerCode;
    private readonly ILookup<string, Commune> _byPostalCode;
    private readonly NameSearch<Commune> _names;
    private readonly TravelTimes _travel;

    internal CommuneTable(IReadOnlyList<Commune> communes, IReadOnlyList<FormerCommune> former, string? pointsVersion = null)
    {
        (All, PointsVersion) = (communes, pointsVersion);
        _byCode = communes.ToDictionary(commune => commune.Code);
        _byFormerCode = former.Where(old => !_byCode.ContainsKey(old.Code)).ToDictionary(old => old.Code, old => _byCode[old.Successor]);
        _byPostalCode = communes
            .SelectMany(commune => commune.PostalCodes.Select(postalCode => (postalCode, commune)))
            .ToLookup(pair => pair.postalCode, pair => pair.commune, StringComparer.Ordinal);
        _names = new NameSearch<Commune>(
        [
            .. communes.Select(commune => (commune.Name, commune)),
            .. former.Where(old => old.Name is not null).Select(old => (old.Name!, _byCode[old.Successor])),
        ]);
        Lands = Communes.Lands.Of(communes);
        _travel = new TravelTimes(TravelModel.Lowland, [.. communes.Select(commune => commune.Point)], Lands);
    }

    public IReadOnlyList<Commune> All { get; }

    /// <summary>Names the points that were imported; nothing for those that the program brings with it.</summary>
    public string? PointsVersion { get; }

    public int Count => All.Count;

    /// <summary>By <see cref="CommuneIndex"/>, a number of the land that the commune stands on: a car does not cross from one to another.</summary>
    public IReadOnlyList<int> Lands { get; }

    /// <summary>The label of every travel time given here.</summary>
    public TravelTimeQuality TravelTimeQuality => _travel.Quality;

    public Commune this[CommuneIndex index] => All[index.Value];

    /// <summary>The commune of that code; a code from before a merger, or that of a district, leads to the commune of today.</summary>
    public bool TryFind(CommuneCode code, [NotNullWhen(true)] out Commune? commune) =>
        _byCode.TryGetValue(code, out commune) || _byFormerCode.TryGetValue(code, out commune);

    /// <inheritdoc cref="TryFind"/>
    public Commune? Find(CommuneCode code) => TryFind(code, out var commune) ? commune : null;

    /// <summary>The communes that share the postal code, in the order of their names.</summary>
    public IReadOnlyList<Commune> WithPostalCode(string postalCode) =>
        [.. _byPostalCode[postalCode.Trim()].OrderBy(commune => commune.Name, StringComparer.CurrentCulture)];

    /// <summary>
    /// The communes that a person means by a name (also that of a former commune), a postal code or a code: the nearest
    /// first, one wrong letter forgiven.
    /// </summary>
    public IReadOnlyList<Commune> Search(string text, int most)
    {
        if (CommuneCode.Parse(text).Value is not { } code)
        {
            return _names.Search(text, most);
        }

        Commune[] exact = TryFind(code, out var commune) ? [commune] : [];
        return [.. WithPostalCode(code.Value).Union(exact).Take(most)];
    }

    /// <summary>Estimated minutes by car from a commune to each, addressed by <see cref="CommuneIndex"/>; infinite where no car goes.</summary>
    public float[] MinutesFrom(CommuneIndex from)
    {
        var minutes = new float[Count];
        _travel.Fill(from.Value, minutes);
        return minutes;
    }

    /// <summary>Estimated minutes by car between two communes; infinite where no car goes.</summary>
    public double Minutes(CommuneIndex from, CommuneIndex to) => _travel.Minutes(from.Value, to.Value);
}

/// <param name="Name">Its name when it was a commune, where it is known.</param>
internal sealed record FormerCommune(CommuneCode Code, string? Name, CommuneCode Successor);
