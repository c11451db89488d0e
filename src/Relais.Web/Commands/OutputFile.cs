using Relais.Matching.Instances;

namespace Relais.Web.Commands;

/// <summary>A CSV file: header, LF, UTF-8 without mark. It appears whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Refuses before any work is done: of several files, none is written if one cannot be.</summary>
    public static void Expect(params IEnumerable<string?> paths)
    {
        foreach (var path in paths.OfType<string>())
        {
            if (path is "" || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                throw new CommandRefusedException($"{path} cannot be written: it must be a file in a folder that exists");
            }
        }
    }

    public static void Write(string path, string header, IEnumerable<string> lines) => Write(path, writer =>
    {
        writer.Write(header);
        writer.Write('\n');
        foreach (var line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    });

    public static void Write(string path, PlanText text) => Write(path, text.Header, text.Lines);

    public static void Write(string path, Action<TextWriter> write)
    {
        // A pipe or a device is written to, not replaced.
        var part = IsDevice(path) ? path : path + ".part";
        try
        {
            using (var writer = new StreamWriter(part))
            {
                write(writer);
            }

            if (part != path)
            {
                File.Move(part, path, overwrite: true);
            }
        }
        catch (Exception refusal) when (refusal is DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{path} cannot be written: {refusal.Message}");
        }
        catch (IOException fault)
        {
            if (part != path)
            {
                File.Delete(part);
            }

            throw new CommandRefusedException($"{path} could not be written: {fault.Message}", code: 1);
        }
    }

    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
}
