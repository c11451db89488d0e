using System.Globalization;
using System.Text.Json;
using Relais.Kernel.Backup;
using Relais.Kernel.Exercises;

namespace Relais.Web.Commands;

/// <summary>
/// <c>relais exercise prepare FILE</c>: a copy of a backup to train on, from which no message leaves whatever it is served
/// with; <c>relais exercise end</c>: deletes it.
/// </summary>
internal sealed class ExerciseCommand : ICommand
{
    private const int UsualDays = 7;
    private const int MostDays = 31;
    private const string Usage = "relais exercise prepare FILE [--days 7] [--ConnectionStrings:Relais=…], then relais serve; relais exercise end [--ConnectionStrings:Relais=…]";

    public string Name => "exercise";

    public Task<int> RunAsync(string[] args) => args switch
    {
        ["prepare", var file, .. var rest] when !file.StartsWith('-') => PrepareAsync(Path.GetFullPath(file), Settings.Parse(rest, Usage, "days")),
        ["end", .. var rest] => EndAsync(Settings.Parse(rest, Usage)),
        _ => throw new CommandRefusedException($"say what to do. Usage: {Usage}"),
    };

    private static async Task<int> PrepareAsync(string file, Settings settings)
    {
        var days = Days(settings["days"]);
        await using var installation = StoppedInstallation.Open(settings);
        var endsAt = installation.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(days);
        var report = await installation.WorkAsync(services =>
            services.GetRequiredService<InstallationRestoration>().RestoreForExerciseAsync(file, endsAt, Console.Error.WriteLine, CancellationToken.None));
        Console.WriteLine(BackupCommand.Say($"An exercise on {report.Rows} rows is ready. Serve it with relais serve: no message leaves it. It holds true dossiers: from {endsAt:u} on it is not served, relais exercise end deletes it."));
        Console.WriteLine(JsonSerializer.Serialize(new { report.File, report.Databases, report.Tables, report.Rows, endsAt }, CommandJson.Options));
        return 0;
    }

    private static async Task<int> EndAsync(Settings settings)
    {
        await using var installation = StoppedInstallation.Open(settings);
        var deleted = await installation.ReadAsync(services => services.GetRequiredService<ExerciseDeletion>().DeleteAsync(CancellationToken.None));
        if (deleted.Count is 0)
        {
            throw new CommandRefusedException("this database is no exercise: nothing was deleted.");
        }

        Console.WriteLine($"Deleted: {string.Join(", ", deleted)}.");
        Console.WriteLine(JsonSerializer.Serialize(new { deleted }, CommandJson.Options));
        return 0;
    }

    private static int Days(string? given) => given is null ? UsualDays
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days
        : throw new CommandRefusedException($"--days takes a number from 1 to {MostDays}. Usage: {Usage}");
}
