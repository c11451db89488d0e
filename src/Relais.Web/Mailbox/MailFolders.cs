using Relais.Web.Installation;

namespace Relais.Web.Mailbox;

/// <summary>
/// The folders that stand for the post during development and the demonstration. Closed everywhere else: what they hold
/// are letters to people, with links that open without signing in.
/// </summary>
internal sealed class MailFolders(IConfiguration configuration, IHostEnvironment environment, Demonstration demonstration)
{
    private const int Most = 100;

    public bool AreOpen => demonstration.IsOn || environment.IsDevelopment();

    public async Task<IReadOnlyList<ReadMail>> LatestAsync(CancellationToken cancellation)
    {
        var latest = Files().OrderByDescending(file => file.LastWriteTimeUtc).Take(Most).ToList();
        var mails = new List<ReadMail>(latest.Count);
        foreach (var file in latest)
        {
            mails.Add(await ReadAsync(file, cancellation));
        }

        return mails;
    }

    public async Task<ReadMail?> FindAsync(Guid id, CancellationToken cancellation) =>
        Files().FirstOrDefault(file => file.Name.StartsWith($"{id:N}.", StringComparison.Ordinal)) is { } file ? await ReadAsync(file, cancellation) : null;

    private IEnumerable<FileInfo> Files() => AreOpen ? [.. In("Mail:Folder", "*.eml"), .. In("Sms:Folder", "*.txt")] : [];

    private IEnumerable<FileInfo> In(string setting, string pattern) => configuration[setting] is { } folder && Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles(pattern).Where(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out _))
        : [];

    private static async Task<ReadMail> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        var id = Guid.ParseExact(Path.GetFileNameWithoutExtension(file.Name), "N");
        var content = await File.ReadAllTextAsync(file.FullName, cancellation);
        if (file.Extension is ".eml")
        {
            return EmlReader.Read(id, content);
        }

        var lines = content.Split('\n', 2);
        return new ReadMail { Id = id, At = new DateTimeOffset(file.LastWriteTimeUtc), To = lines[0], Text = lines.ElementAtOrDefault(1) ?? "", IsSms = true };
    }
}
