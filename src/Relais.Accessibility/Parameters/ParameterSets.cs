using System.Reflection;

namespace Relais.Accessibility.Parameters;

/// <summary>A set of parameters that has a name.</summary>
/// <param name="Slug">As an address or an option says it: <c>apl-2010</c>.</param>
public sealed record ParameterSet(string Slug, CatchmentParameters Parameters);

/// <summary>The sets of parameters that were published, each a file with its source.</summary>
public static class ParameterSets
{
    /// <summary>The one in use, then what it may be compared with: earlier steps, other decays, other methods.</summary>
    public static IReadOnlyList<ParameterSet> All { get; } =
        [.. new[] { "apl-2015", "apl-2010", "exp-0.12", "gauss-180", "2sfca-15", "2sfca-20", "3sfca", "bfca-20" }.Select(slug => new ParameterSet(slug, Read(slug)))];

    /// <summary>The one in use since the recast of 2015.</summary>
    public static CatchmentParameters Default => All[0].Parameters;

    private static CatchmentParameters Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return ParametersJson.TryRead(content.ToArray(), out var parameters, out var reason) ? parameters : throw new InvalidDataException($"{name}: {reason}");
    }
}
