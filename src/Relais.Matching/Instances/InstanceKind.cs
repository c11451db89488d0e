namespace Relais.Matching.Instances;

/// <summary>Says which kind of instance a folder holds: <c>shifts</c> or <c>waves</c>.</summary>
public static class InstanceKind
{
    /// <summary>Whether the folder holds departure waves.</summary>
    /// <exception cref="BadInstanceException">meta.json is missing or names another kind.</exception>
    public static bool IsWaves(string folder) => MetaFile.Read(folder).Kind switch
    {
        "waves" => true,
        "shifts" => false,
        var kind => throw MetaFile.Bad($"kind is {kind}; shifts or waves was expected"),
    };
}
