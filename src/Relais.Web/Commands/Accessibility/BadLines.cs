using System.Globalization;
using System.Text;
using Relais.Accessibility.Files;

namespace Relais.Web.Commands.Accessibility;

/// <summary>Lists bad lines on standard error as they are met, and refuses to go on with them unless they may be left out.</summary>
internal sealed class BadLines(bool mayBeSkipped) : IDisposable
{
    private readonly StreamWriter _errors = new(Console.OpenStandardError(), new UTF8Encoding(false), bufferSize: 1 << 14) { NewLine = "\n" };

    public int Count { get; private set; }

    /// <summary>Reads a file of the command.</summary>
    /// <exception cref="CommandRefusedException">There is no such file, or no line of it can be read.</exception>
    public T Read<T>(string path, Func<Stream, Action<BadLine>, T> read)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return read(stream, bad =>
            {
                Count++;
                _errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{bad.Line}: {bad.Reason}"));
            });
        }
        catch (UnreadableFileException fault)
        {
            throw new CommandRefusedException($"{path}: {fault.Message}");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{path} cannot be read: {fault.Message}");
        }
    }

    /// <exception cref="CommandRefusedException">There were bad lines, and they may not be left out.</exception>
    public void Settle()
    {
        _errors.Flush();
        if (Count > 0 && !mayBeSkipped)
        {
            throw new CommandRefusedException(string.Create(CultureInfo.InvariantCulture, $"bad lines: {Count}; nothing was written. --skip-bad-lines leaves them out"));
        }
    }

    public void Dispose() => _errors.Dispose();
}
