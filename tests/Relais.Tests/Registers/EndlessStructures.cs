using System.Text;

namespace Relais.Tests.Registers;

/// <summary>A file of structures that is never held: each legal entity is written when it is read.</summary>
internal sealed class EndlessStructures(int entities) : Stream
{
    private static readonly byte[] Entity = Encoding.UTF8.GetBytes($$"""{ "evenement": [ "{{new string('x', 1024)}}" ], "ege": [ { "etatObjet": "A" } ] }""");

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

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _current.Length && _next <= entities)
        {
            _current = _next == entities ? "] }"u8.ToArray() : [.. _next is 0 ? ""u8 : ","u8, .. Entity];
            (_at, _next) = (0, _next + 1);
        }

        var read = Math.Min(count, _current.Length - _at);
        _current.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
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
