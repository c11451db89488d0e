using System.Reflection;

namespace Relais.Accessibility.Parameters;

/// <summary>The sets of parameters that were published, each a file with its source.</summary>
public static class ParameterSets
{
    /// <summary>From the oldest to the one in use.</summary>
    public static IReadOnlyList<CatchmentParameters> All { get; } = [Read("apl-2010.json"), Read("apl-2015.json")];

    /// <summary>The one in use since the recast of 2015.</summary>
    public static CatchmentParameters Default => All[^1];

    private static CatchmentParameters Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return ParametersJson.TryRead(content.ToArray(), out var parameters, out var reason) ? parameters : throw new InvalidDataException($"{name}: {reason}");
    }
}
