namespace Relais.Bench;

internal static class Repository
{
    /// <summary>The folder that holds everything, found from where the bench was built.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Relais.slnx"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above holds Relais.slnx"));
}
