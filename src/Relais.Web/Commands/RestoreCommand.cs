using System.Text.Json;
using Relais.Kernel.Backup;
using Relais.Kernel.Journal;

namespace Relais.Web.Commands;

/// <summary><c>relais restore FILE</c>: brings a backup back into an empty place, and reads its journal through.</summary>
internal sealed class RestoreCommand : ICommand
{
    private const string Usage = "relais restore FILE [--ConnectionStrings:Relais=…]";

    public string Name => "restore";

    public async Task<int> RunAsync(string[] args)
    {
        var (file, settings) = BackupCommand.FileAndSettings(args, Usage);
        await using var installation = StoppedInstallation.Open(settings);
        var report = await installation.WorkAsync(services =>
            services.GetRequiredService<InstallationRestoration>().RestoreAsync(file, Console.Error.WriteLine, CancellationToken.None));
        var journals = await installation.ReadAsync(services => services.GetRequiredService<JournalAudit>().VerifyAsync(known: null, CancellationToken.None));
        var isJournalWhole = journals.All(journal => journal.IsWhole);
        Console.WriteLine(BackupCommand.Say($"Restored {report.Rows} rows of {report.Tables} tables. {(isJournalWhole ? "The journal is whole." : "The journal was broken when it was saved: relais journal verify names where.")}"));
        Console.WriteLine(JsonSerializer.Serialize(new { report.File, report.Databases, report.Tables, report.Rows, report.Bytes, isJournalWhole }, CommandJson.Options));
        return 0;
    }
}
