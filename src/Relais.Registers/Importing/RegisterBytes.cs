using System.IO.Compression;

namespace Relais.Registers.Importing;

/// <summary>What an extract is made of, and the archive that is closed with it.</summary>
internal sealed record RegisterBytes(Stream Stream, ZipArchive? Archive, string Name) : IDisposable
{
    public void Dispose()
    {
        Stream.Dispose();
        Archive?.Dispose();
    }
}
