using System.Text;

namespace Relais.Tests.Registers;

/// <summary>A file of structures that is never held: each legal entity is written when it is read, without taking any memory for it.</summary>
internal sealed class EndlessStructures(int entities) : Stream
{
    private static readonly byte[] First = Encoding.UTF8.GetBytes($$"""{ "evenement": [ "{{new string('x', 1024)}}" ], "ege": [ { "etatObjet": "A" } ] }""");
    private static readonly byte[] Following = [.. ","u8, .. First];
    private static readonly byte[] End = "] }"u8.ToArray();

    private byte[] _current = """{ "pmej": [ """u8.ToArray();
    private int _at;
    private int _next;

    /// <summary>How many bytes were read of it.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _current.Length && _next <= entities)
        {
            _current = _next == entities ? End : _next is 0 ? First : Following;
            (_at, _next) = (0, _next + 1);
        }

        var read = Math.Min(buffer.Length, _current.Length - _at);
        _current.AsSpan(_at, read).CopyTo(buffer);
        (_at, Given) = (_at + read, Given + read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
