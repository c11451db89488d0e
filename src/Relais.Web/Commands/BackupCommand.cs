using System.Globalization;
using System.Text.Json;
using Relais.Kernel.Backup;

namespace Relais.Web.Commands;

/// <summary><c>relais backup FILE</c>: the whole installation in one file, while it works.</summary>
internal sealed class BackupCommand : ICommand
{
    private const string Usage = "relais backup FILE [--ConnectionStrings:Relais=…]";

    public string Name => "backup";

    public async Task<int> RunAsync(string[] args)
    {
        var (file, settings) = FileAndSettings(args, Usage);
        await using var installation = StoppedInstallation.Open(settings);
        var report = await installation.ReadAsync(services =>
            services.GetRequiredService<InstallationBackup>().SaveAsync(file, Console.Error.WriteLine, CancellationToken.None));
        Console.WriteLine(Say($"Saved {report.Rows} rows of {report.Tables} tables in {file} ({report.Bytes / 1024} KB). It holds keys and dossiers: keep it as you keep the database."));
        Console.WriteLine(JsonSerializer.Serialize(report, CommandJson.Options));
        return 0;
    }

    internal static (string File, Settings Settings) FileAndSettings(string[] args, string usage) => args is [var file, .. var rest] && !file.StartsWith('-')
        ? (Path.GetFullPath(file), Settings.Parse(rest, usage))
        : throw new CommandRefusedException($"a file is missing. Usage: {usage}");

    internal static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
