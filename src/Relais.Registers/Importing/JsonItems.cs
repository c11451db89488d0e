using System.Text.Json;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>Walks through a JSON text and gives the objects of one array of its root, each whole: the largest of them is all that is held.</summary>
internal sealed class JsonItems(Stream stream, string array)
{
    private const int Least = 1 << 16;
    private const int Most = 1 << 26;

    private byte[] _buffer = new byte[Least];
    private int _from;
    private int _until;
    private bool _isBegun;
    private bool _isLast;
    private bool _isNamed;
    private bool _isInside;
    private JsonReaderState _state;

    private enum Found
    {
        Item,
        End,
        TooLittle,
    }

    /// <summary>The array is there.</summary>
    public bool IsFound { get; private set; }

    /// <summary>The object in turn, until the next one is asked for.</summary>
    public ReadOnlyMemory<byte> Item { get; private set; }

    /// <exception cref="JsonException">It is not JSON, or ends too early.</exception>
    public bool Next()
    {
        while (true)
        {
            switch (Walk())
            {
                case Found.Item:
                    return true;
                case Found.End:
                    return false;
                default:
                    Fill();
                    break;
            }
        }
    }

    private Found Walk()
    {
        var from = _from;
        var reader = new Utf8JsonReader(_buffer.AsSpan(from.._until), _isLast, _state);
        while (reader.Read())
        {
            var isItem = _isInside && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 };
            var start = from + (int)reader.TokenStartIndex;
            if (isItem && !reader.TrySkip())
            {
                return Found.TooLittle;
            }

            if (!isItem)
            {
                Note(ref reader);
            }

            (_from, _state) = (from + (int)reader.BytesConsumed, reader.CurrentState);
            if (isItem)
            {
                Item = _buffer.AsMemory(start.._from);
                return Found.Item;
            }
        }

        return _isLast ? Found.End : Found.TooLittle;
    }

    private void Note(ref Utf8JsonReader reader)
    {
        switch (reader)
        {
            case { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }:
                _isNamed = string.Equals(reader.GetString(), array, StringComparison.OrdinalIgnoreCase);
                break;
            case { TokenType: JsonTokenType.StartArray, CurrentDepth: 1 } when _isNamed:
                _isInside = IsFound = true;
                break;
            case { TokenType: JsonTokenType.EndArray, CurrentDepth: 1 }:
                _isInside = false;
                break;
            default:
                break;
        }
    }

    private void Fill()
    {
        _buffer.AsSpan(_from.._until).CopyTo(_buffer);
        (_from, _until) = (0, _until - _from);
        if (_until == _buffer.Length)
        {
            if (_buffer.Length >= Most)
            {
                throw new RegisterRefusedException(RegisterFault.NotJson, FormattableString.Invariant($"> {Most >> 20} MB"));
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var room = _buffer.AsSpan(_until);
        var read = stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        _isLast = read < room.Length;
        _until += read;
        if (!_isBegun && _buffer.AsSpan(.._until).StartsWith("\uFEFF"u8))
        {
            _from = 3;
        }

        _isBegun = true;
    }
}
