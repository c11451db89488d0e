using System.Security.Cryptography;
using System.Text.Json;

namespace Relais.Accessibility.Files;

/// <summary>The tokens of a JSON file as they come: the file is never held whole.</summary>
internal static class JsonTokens
{
    public delegate void Take(ref Utf8JsonReader reader);

    /// <returns>The hash of all the bytes, in lower-case hexadecimal.</returns>
    /// <exception cref="UnreadableFileException">It is not JSON.</exception>
    public static string Read(Stream stream, Take take)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (state, buffer, filled) = (default(JsonReaderState), new byte[1 << 16], 0);
        try
        {
            for (var isOver = false; !isOver;)
            {
                var read = stream.Read(buffer.AsSpan(filled));
                hash.AppendData(buffer.AsSpan(filled, read));
                (filled, isOver) = (filled + read, read is 0);
                var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), isOver, state);
                while (reader.Read())
                {
                    take(ref reader);
                }

                var consumed = (int)reader.BytesConsumed;
                state = reader.CurrentState;
                buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
                filled -= consumed;
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (JsonException fault)
        {
            throw new UnreadableFileException(FileFault.NotJson, fault.Message);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
