using System.Globalization;

namespace Relais.Web.Commands;

/// <summary>What follows a command: one folder or file for those that take one, then options, each with a value unless it is a switch.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Options(string[] args, string usage, string[] known, params string[] switches)
        : this(args, usage, known, switches, takesFolder: true)
    {
    }

    private Options(string[] args, string usage, string[] known, string[] switches, bool takesFolder)
    {
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                Folder = takesFolder && Folder is "" ? args[at] : throw new CommandRefusedException($"'{args[at]}' was not expected. Usage: {usage}");
                continue;
            }

            var name = args[at][2..];
            _values[name] = switches.Contains(name) ? ""
                : !known.Contains(name) ? throw new CommandRefusedException($"there is no option --{name}. Usage: {usage}")
                : at + 1 < args.Length ? args[++at] : throw new CommandRefusedException($"--{name} needs a value. Usage: {usage}");
        }

        if (takesFolder && Folder is "")
        {
            throw new CommandRefusedException($"a folder is missing. Usage: {usage}");
        }
    }

    public string Folder { get; } = "";

    /// <summary>Of a command that names each of its files by an option.</summary>
    public static Options WithoutFolder(string[] args, string usage, string[] known, params string[] switches) => new(args, usage, known, switches, takesFolder: false);

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string Required(string name) => Text(name) ?? throw new CommandRefusedException($"--{name} is missing");

    public int? Whole(string name, int least, int most) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new CommandRefusedException(string.Create(CultureInfo.InvariantCulture, $"--{name} must be a whole number from {least} to {most}"));

    public double Finite(string name) =>
        double.TryParse(Required(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new CommandRefusedException($"--{name} must be a number");

    public double? Number(string name) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 ? value
        : throw new CommandRefusedException($"--{name} must be a number, zero or more");
}
