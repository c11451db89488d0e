namespace Relais.Tests.Registers;

/// <summary>Gives its bytes in small pieces, as an archive or a network does.</summary>
internal sealed class PieceStream(byte[] content, int piece) : MemoryStream(content)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
}
