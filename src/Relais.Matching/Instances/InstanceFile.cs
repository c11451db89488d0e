namespace Relais.Matching.Instances;

/// <summary>Bytes of a file; one that is missing is bad input, like one that is wrong.</summary>
internal static class InstanceFile
{
    public static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception refusal) when (refusal is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new BadInstanceException(Path.GetFileName(path), 0, "the file is missing or cannot be opened");
        }
    }
}
