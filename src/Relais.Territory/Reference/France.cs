using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace Relais.Territory.Reference;

/// <summary>The reference data as the build shapes it out of the npm packages (<c>france.mjs</c>), beside what was entered by hand.</summary>
internal sealed record France(
    string DivisionVersion,
    string PlacesVersion,
    IReadOnlyList<NamedArea> Regions,
    IReadOnlyList<NamedArea> Departments,
    IReadOnlyList<EpciLine> Epci,
    IReadOnlyList<CommuneLine> Communes,
    IReadOnlyList<FormerCommuneLine> FormerCommunes,
    IReadOnlyList<PlaceLine> Places)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Files = ["france.json.gz", "hand-entered.json"];

    /// <summary>Entered by hand where no package has a point.</summary>
    public HandEntered HandEntered { get; init; } = HandEntered.Nothing;

    public static France Read()
    {
        using var compressed = new GZipStream(Open(Files[0]), CompressionMode.Decompress);
        using var handEntered = Open(Files[1]);

        return JsonSerializer.Deserialize<France>(compressed, Json)! with
        {
            HandEntered = JsonSerializer.Deserialize<HandEntered>(handEntered, Json)!,
        };
    }

    /// <summary>Names the embedded data: the same are taken in once.</summary>
    public static string EmbeddedFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            using var content = new MemoryStream();
            using var stream = Open(file);
            stream.CopyTo(content);
            hash.AppendData(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        return $"{CoordinateMatching.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static Stream Open(string file) => Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
}

internal sealed record NamedArea(string Code, string Name);

internal sealed record EpciLine(string Code, string Name, IReadOnlyList<EpciMember> Members);

/// <param name="Municipal">Municipal population, as the list of EPCI gives it.</param>
/// <param name="Total">Municipal population and the people counted apart, as the list of EPCI gives it.</param>
internal sealed record EpciMember(string Code, int Municipal, int Total);

/// <param name="Population">Population of reference, as the list of communes gives it.</param>
internal sealed record CommuneLine(string Code, string Name, string Department, string Region, IReadOnlyList<string> PostalCodes, int? Population);

/// <param name="Code">A code that is no longer a commune, or that of a district.</param>
/// <param name="Commune">The commune that it is part of now.</param>
internal sealed record FormerCommuneLine(string Code, string? Name, string Commune);

/// <summary>A populated place of GeoNames.</summary>
/// <param name="Commune">The INSEE code of its commune, which may be a former one.</param>
/// <param name="IsSection">A district of a town rather than the town.</param>
internal sealed record PlaceLine(
    string Name, string Department, string? Commune, double Latitude, double Longitude, int Altitude, int Population, bool IsSection);

internal sealed record HandEntered(string Source, string Licence, string Vintage, IReadOnlyList<HandEnteredPlace> Places)
{
    public static HandEntered Nothing { get; } = new("", "", "", []);
}

internal sealed record HandEnteredPlace(string Commune, string Name, double Latitude, double Longitude);
