using System.Globalization;
using System.Text.Json;
using Relais.Kernel.Journal;

namespace Relais.Web.Commands;

/// <summary><c>relais journal verify</c>: reads the journal from end to end and names what was changed behind the program.</summary>
internal sealed class JournalCommand : ICommand
{
    private const string Usage = "relais journal verify [--known SEAL:HASH] [--ConnectionStrings:Relais=…]";

    public string Name => "journal";

    public async Task<int> RunAsync(string[] args)
    {
        var settings = Settings.Parse(args is ["verify", .. var rest] ? rest : throw new CommandRefusedException($"Usage: {Usage}"), Usage, "known");
        var known = Known(settings);
        await using var installation = StoppedInstallation.Open(settings);
        var reports = await installation.ReadAsync(services => services.GetRequiredService<JournalAudit>().VerifyAsync(known, CancellationToken.None));

        foreach (var report in reports)
        {
            Print(report);
        }

        var isWhole = reports.All(report => report.IsWhole);
        Console.WriteLine(JsonSerializer.Serialize(new { isWhole, journals = reports }, CommandJson.Options));
        return isWhole ? 0 : 1;
    }

    private static KnownSeal? Known(Settings settings) => settings["known"] switch
    {
        null => null,
        var text when text.Split(':') is [var number, { Length: 64 } hash] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seal) => new KnownSeal(seal, hash),
        _ => throw new CommandRefusedException($"--known wants the number of a seal and its hash, as this command printed them. Usage: {Usage}"),
    };

    private static void Print(JournalReport report)
    {
        foreach (var broken in report.Breaks)
        {
            Console.WriteLine(Say(broken));
        }

        Console.WriteLine(report.IsWhole
            ? string.Create(CultureInfo.InvariantCulture, $"The journal of {report.Database} is whole: {report.Entries} lines, {report.LastSeal} seals, {report.Waiting} lines not sealed yet. Keep elsewhere: --known {report.LastSeal}:{report.Head}")
            : string.Create(CultureInfo.InvariantCulture, $"The journal of {report.Database} is broken: {report.BreakCount} faults among {report.Entries} lines and {report.LastSeal} seals."));
    }

    private static string Say(JournalBreak broken) => broken.Fault switch
    {
        JournalFault.EntryAltered => $"Line {broken.EntryId} of {broken.At} ({broken.Action}) was altered{(broken.SealedAs is null ? "" : $": it was {broken.SealedAs}")}.",
        JournalFault.EntryRemoved => $"Line {broken.EntryId} of {broken.At} ({broken.Action}) was removed.",
        JournalFault.EntryAdded => $"Line {broken.EntryId} of {broken.At} ({broken.Action}) was added behind the program.",
        JournalFault.SealAltered => $"Seal {broken.Seal} was altered.",
        JournalFault.SealRemoved => $"Seal {broken.Seal} was removed.",
        _ => $"Seal {broken.Seal}, made before lines were kept one by one, no longer agrees with its lines.",
    };
}
