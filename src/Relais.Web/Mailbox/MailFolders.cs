using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;
using Relais.Web.Installation;

namespace Relais.Web.Mailbox;

/// <summary>
/// The folders that stand for the post during development, the demonstration and an exercise. Closed everywhere else: what
/// they hold are letters to people, with links that open without signing in. In an exercise they are true people's: only
/// who leads it reads them, and never those that open an account.
/// </summary>
internal sealed class MailFolders(PostFolders folders, MessageLog log, ICurrentUser user, IHostEnvironment environment, Demonstration demonstration)
{
    private const int Most = 100;

    /// <summary>Whether those that open an account are left out.</summary>
    public async ValueTask<bool> HideSomeAsync(CancellationToken cancellation) => (await folders.FindAsync(cancellation)).NothingLeaves;

    public async ValueTask<bool> AreOpenAsync(CancellationToken cancellation) => AreOpen(await folders.FindAsync(cancellation));

    public async Task<IReadOnlyList<ReadMail>> LatestAsync(CancellationToken cancellation)
    {
        var files = (await FilesAsync(cancellation)).OrderByDescending(file => file.LastWriteTimeUtc).Take(Most).ToList();
        var mails = new List<ReadMail>(files.Count);
        foreach (var file in await ReadableAsync(files, cancellation))
        {
            mails.Add(await ReadAsync(file, cancellation));
        }

        return mails;
    }

    public async Task<ReadMail?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var files = (await FilesAsync(cancellation)).Where(file => IdOf(file) == id).Take(1).ToList();
        return await ReadableAsync(files, cancellation) is [var file] ? await ReadAsync(file, cancellation) : null;
    }

    private bool AreOpen(StandInPost post) => post.NothingLeaves
        ? user.IsSignedIn && (user.Has(Role.Administrator) || user.Has(Role.NationalCrisisCentre))
        : demonstration.IsOn || environment.IsDevelopment();

    private async Task<IReadOnlyList<FileInfo>> ReadableAsync(IReadOnlyList<FileInfo> files, CancellationToken cancellation)
    {
        if (!await HideSomeAsync(cancellation))
        {
            return files;
        }

        var topics = await log.TopicsAsync([.. files.Select(IdOf)], cancellation);
        return [.. files.Where(file => topics.TryGetValue(IdOf(file), out var topic) && topic is not MessageTopic.Account)];
    }

    private async Task<IEnumerable<FileInfo>> FilesAsync(CancellationToken cancellation)
    {
        var post = await folders.FindAsync(cancellation);
        return AreOpen(post) ? [.. In(post.Mail, "*.eml"), .. In(post.Sms, "*.txt")] : [];
    }

    private static IEnumerable<FileInfo> In(string? folder, string pattern) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles(pattern).Where(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out _))
        : [];

    private static Guid IdOf(FileInfo file) => Guid.ParseExact(Path.GetFileNameWithoutExtension(file.Name), "N");

    private static async Task<ReadMail> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        var id = IdOf(file);
        var content = await File.ReadAllTextAsync(file.FullName, cancellation);
        if (file.Extension is ".eml")
        {
            return EmlReader.Read(id, content);
        }

        var lines = content.Split('\n', 2);
        return new ReadMail { Id = id, At = new DateTimeOffset(file.LastWriteTimeUtc), To = lines[0], Text = lines.ElementAtOrDefault(1) ?? "", IsSms = true };
    }
}
