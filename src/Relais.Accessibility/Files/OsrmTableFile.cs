using System.Security.Cryptography;
using System.Text.Json;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Files;

/// <summary>
/// The answer of the table service of OSRM: <c>"durations"</c> in seconds, a list for each residence, <c>null</c> where there is no
/// way. It names no place, so the places are those that were asked for, in their order. Read as it comes, never held whole.
/// </summary>
public static class OsrmTableFile
{
    /// <param name="places">How many communes there are.</param>
    /// <param name="residences">Ranks of the sources, in the order of the lists.</param>
    /// <param name="practices">Ranks of the destinations, in the order within a list.</param>
    /// <param name="source">Who made the times, as it is said beside a figure.</param>
    /// <param name="vintage">Of the roads.</param>
    /// <exception cref="UnreadableFileException">It is not JSON, OSRM refused, or the table is not of that size.</exception>
    public static SparseTimes Read(Stream stream, int places, IReadOnlyList<int> residences, IReadOnlyList<int> practices, string source, string vintage)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (table, state, buffer, filled) = (new Table(places, residences, practices), default(JsonReaderState), new byte[1 << 16], 0);
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
                    table.Take(ref reader);
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

        return table.End(new TimesProvenance(source, vintage, Convert.ToHexStringLower(hash.GetHashAndReset()), TravelTimeQuality.Imported));
    }

    private sealed class Table(int places, IReadOnlyList<int> residences, IReadOnlyList<int> practices)
    {
        private const int DepthOfALine = 2;

        private readonly TimesBuilder _pairs = new(places);
        private string _property = "";
        private int _line = -1;
        private int _cell;

        public void Take(ref Utf8JsonReader reader)
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
            {
                _property = reader.GetString()!;
            }
            else if (_property is "code" && reader is { CurrentDepth: 1, TokenType: JsonTokenType.String } && !reader.ValueTextEquals("Ok"u8))
            {
                throw new UnreadableFileException(FileFault.Refused, reader.GetString()!);
            }
            else if (_property is "durations" && reader.CurrentDepth >= DepthOfALine)
            {
                TakeInTable(ref reader);
            }
        }

        public SparseTimes End(TimesProvenance provenance) =>
            _line + 1 == residences.Count ? _pairs.Build(provenance) : throw Size(FormattableString.Invariant($"{_line + 1} lines, {residences.Count} sources"));

        private static UnreadableFileException Size(string detail) => new(FileFault.WrongSize, detail);

        private void TakeInTable(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray when reader.CurrentDepth is DepthOfALine && _line + 1 < residences.Count:
                    (_line, _cell) = (_line + 1, 0);
                    break;
                case JsonTokenType.EndArray when reader.CurrentDepth is DepthOfALine && _cell == practices.Count:
                    break;
                case JsonTokenType.Null when reader.CurrentDepth is DepthOfALine + 1 && _cell < practices.Count:
                    _cell++;
                    break;
                case JsonTokenType.Number when reader.CurrentDepth is DepthOfALine + 1 && _cell < practices.Count && reader.GetDouble() is >= 0 and < double.PositiveInfinity and var seconds:
                    _pairs.Add(residences[_line], practices[_cell++], TimeUnit.Seconds.ToMinutes(seconds));
                    break;
                default:
                    throw Size(FormattableString.Invariant($"line {_line + 1}, cell {_cell + 1}"));
            }
        }
    }
}
