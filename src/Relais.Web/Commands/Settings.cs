namespace Relais.Web.Commands;

/// <summary>The options of a command that works on an installation: its own, and settings such as <c>--ConnectionStrings:Relais</c>.</summary>
internal sealed class Settings
{
    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    private Settings()
    {
    }

    /// <summary>What goes to the configuration.</summary>
    public List<string> Configuration { get; } = [];

    public string? this[string name] => _own.GetValueOrDefault(name);

    /// <param name="args">Options only, each with a value: <c>--name value</c> or <c>--name=value</c>.</param>
    /// <param name="usage">What is printed where they are wrong.</param>
    /// <param name="own">Options of the command itself; a setting of the installation has a colon in its name.</param>
    public static Settings Parse(IReadOnlyList<string> args, string usage, params string[] own)
    {
        var settings = new Settings();
        for (var at = 0; at < args.Count; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                throw new CommandRefusedException($"'{args[at]}' was not expected. Usage: {usage}");
            }

            var (name, value) = args[at][2..].Split('=', 2) is [var before, var after] ? (before, after)
                : at + 1 < args.Count ? (args[at][2..], args[++at])
                : throw new CommandRefusedException($"{args[at]} needs a value. Usage: {usage}");
            if (own.Contains(name))
            {
                settings._own[name] = value;
            }
            else if (name.Contains(':', StringComparison.Ordinal))
            {
                settings.Configuration.Add($"--{name}={value}");
            }
            else
            {
                throw new CommandRefusedException($"there is no option --{name}. Usage: {usage}");
            }
        }

        return settings;
    }
}
