namespace Relais.Kernel.Messages.Sms;

/// <summary>Writes each SMS as a file: its first line is the number, the rest is the text. A repeat replaces the file.</summary>
internal sealed class SmsFolder(string folder) : ISmsProvider
{
    public async Task<SmsReceipt> SendAsync(SmsMessage message)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{message.Id:N}.txt");
        var draft = $"{file}.draft";
        await File.WriteAllTextAsync(draft, $"{message.To}\n{message.Text}\n");
        File.Move(draft, file, overwrite: true);
        return new SmsReceipt(SmsFate.Taken, Path.GetFileName(file));
    }
}
