using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Relais.Cartography.Contours;

/// <summary>Reads the features of a GeoJSON collection one after the other: never more than one of them is held as a document.</summary>
internal static class FeatureStream
{
    private const int FirstBuffer = 1 << 17;

    /// <exception cref="JsonException">It is not JSON, or it is cut.</exception>
    public static async IAsyncEnumerable<JsonDocument> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[FirstBuffer];
        var (length, isLast, scan) = (0, false, default(Scan));
        while (true)
        {
            while (scan.Next(buffer.AsSpan(0, length), isLast, out var used) is { } feature)
            {
                yield return feature;
                length = Shift(buffer, used, length);
            }

            length = Shift(buffer, scan.Used, length);
            if (isLast)
            {
                yield break;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await file.ReadAsync(buffer.AsMemory(length), cancellation);
            length += read;
            isLast = read is 0;
        }
    }

    private static int Shift(byte[] buffer, int used, int length)
    {
        buffer.AsSpan(used, length - used).CopyTo(buffer);
        return length - used;
    }

    /// <summary>Where the reading stands between two parts of the file.</summary>
    private struct Scan
    {
        private JsonReaderState _state;
        private bool _isInFeatures;
        private bool _comesFeatures;

        /// <summary>How many bytes were read for good when there was no further feature.</summary>
        public int Used { get; private set; }

        public JsonDocument? Next(ReadOnlySpan<byte> bytes, bool isLast, out int used)
        {
            var reader = new Utf8JsonReader(bytes, isLast, _state);
            (used, Used) = (0, 0);
            while (true)
            {
                var before = reader;
                if (!reader.Read())
                {
                    return null;
                }

                if (_isInFeatures && reader.TokenType is JsonTokenType.StartObject)
                {
                    var whole = reader;
                    if (!whole.TrySkip())
                    {
                        (_state, Used) = (before.CurrentState, (int)before.BytesConsumed);
                        return null;
                    }

                    var feature = JsonDocument.ParseValue(ref reader);
                    (_state, used) = (reader.CurrentState, (int)reader.BytesConsumed);
                    return feature;
                }

                Note(ref reader);
                (_state, Used) = (reader.CurrentState, (int)reader.BytesConsumed);
            }
        }

        private void Note(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth is 1)
            {
                _comesFeatures = reader.ValueTextEquals("features"u8);
            }
            else if (reader.CurrentDepth is 1)
            {
                _isInFeatures = _comesFeatures && reader.TokenType is JsonTokenType.StartArray;
            }
        }
    }
}
