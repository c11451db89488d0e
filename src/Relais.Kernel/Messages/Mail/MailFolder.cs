using Relais.Kernel.Messages.Sending;

namespace Relais.Kernel.Messages.Mail;

/// <summary>Writes each e-mail as a file, for development and the demonstration. A repeat replaces the file.</summary>
internal sealed class MailFolder(string folder) : IMailTransport
{
    public async Task<Outcome> SendAsync(Email email)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{email.Id:N}.eml");
        var draft = $"{file}.draft";
        await File.WriteAllBytesAsync(draft, MimeWriter.Write(email));
        File.Move(draft, file, overwrite: true);
        return Outcome.Sent(Path.GetFileName(file));
    }

    public Task RestAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
