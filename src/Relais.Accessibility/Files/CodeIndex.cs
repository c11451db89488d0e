using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Relais.Accessibility.Files;

/// <summary>The rank of each code of a list, found from its UTF-8 bytes: reading a million lines makes no text of them.</summary>
public sealed class CodeIndex
{
    private byte[] _bytes = new byte[1024];
    private int[] _end = [0];
    private int[] _slots = new int[64];

    /// <summary>How many codes there are.</summary>
    public int Count { get; private set; }

    /// <summary>The code of a rank.</summary>
    public string this[int rank] => Encoding.UTF8.GetString(Bytes(rank));

    /// <summary>The rank of a code; -1 when it is not in the list.</summary>
    public int Find(string code) => Find(Encoding.UTF8.GetBytes(code));

    /// <inheritdoc cref="Find(string)"/>
    public int Find(ReadOnlySpan<byte> code) => _slots[SlotOf(code)] - 1;

    /// <summary>Adds a code, whose rank is how many there were.</summary>
    /// <returns>False when it was there: nothing is added.</returns>
    public bool TryAdd(ReadOnlySpan<byte> code)
    {
        var slot = SlotOf(code);
        if (_slots[slot] is not 0)
        {
            return false;
        }

        Grow(code.Length);
        code.CopyTo(_bytes.AsSpan(_end[Count]));
        _end[Count + 1] = _end[Count] + code.Length;
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Spread();
        }

        return true;
    }

    /// <inheritdoc cref="TryAdd(ReadOnlySpan{byte})"/>
    public bool TryAdd(string code) => TryAdd(Encoding.UTF8.GetBytes(code));

    private ReadOnlySpan<byte> Bytes(int rank) => _bytes.AsSpan(_end[rank].._end[rank + 1]);

    private int SlotOf(ReadOnlySpan<byte> code)
    {
        var slot = (int)(Hash(code) & (uint)(_slots.Length - 1));
        while (_slots[slot] is not 0 && !Bytes(_slots[slot] - 1).SequenceEqual(code))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private static uint Hash(ReadOnlySpan<byte> code)
    {
        var hash = (ulong)code.Length;
        while (code.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(code));
            code = code[sizeof(ulong)..];
        }

        foreach (var one in code)
        {
            hash = (hash << 8) ^ one ^ (hash >> 56);
        }

        return (uint)(Mix(hash) >> 32);
    }

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * 0x9E37_79B9_7F4A_7C15, 29) * 0xBF58_476D_1CE4_E5B9;

    private void Grow(int bytes)
    {
        while (_end[Count] + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        if (Count + 1 == _end.Length)
        {
            Array.Resize(ref _end, _end.Length * 2);
        }
    }

    private void Spread()
    {
        _slots = new int[_slots.Length * 2];
        for (var rank = 0; rank < Count; rank++)
        {
            _slots[SlotOf(Bytes(rank))] = rank + 1;
        }
    }
}
