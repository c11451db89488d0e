using System.Text.Json;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Files;

/// <summary>
/// The answer of the table service of OSRM: <c>"durations"</c> in seconds, a list for each residence, <c>null</c> where there is no
/// way. It names no place, so the places are those that were asked for, in their order. Read as it comes, never held whole.
/// </summary>
public static class OsrmTableFile
{
    /// <summary>The text of the property that names the communes, which OSRM does not write: whoever asked adds it.</summary>
    public const string CodesProperty = "codes";

    /// <param name="places">How many communes there are.</param>
    /// <param name="residences">Ranks of the sources, in the order of the lists; below zero for one that is left out.</param>
    /// <param name="practices">Ranks of the destinations, in the order within a list; below zero for one that is left out.</param>
    /// <param name="source">Who made the times, as it is said beside a figure.</param>
    /// <param name="vintage">Of the roads.</param>
    /// <exception cref="UnreadableFileException">It is not JSON, OSRM refused, or the table is not of that size.</exception>
    public static SparseTimes Read(Stream stream, int places, IReadOnlyList<int> residences, IReadOnlyList<int> practices, string source, string vintage)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var table = new Table(places, residences, practices);
        var sha256 = JsonTokens.Read(stream, table.Take);
        return table.End(new TimesProvenance(source, vintage, sha256, TravelTimeQuality.Imported));
    }

    /// <summary>The codes that were added to the answer, in the order of its lists and of the cells of each.</summary>
    /// <exception cref="UnreadableFileException">It is not JSON, or has no list of codes.</exception>
    public static IReadOnlyList<string> CodesOf(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (codes, isInside) = (new List<string>(), false);
        JsonTokens.Read(stream, (ref Utf8JsonReader reader) =>
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
            {
                isInside = reader.ValueTextEquals(CodesProperty);
            }
            else if (isInside && reader is { CurrentDepth: 2, TokenType: JsonTokenType.String })
            {
                codes.Add(reader.GetString()!);
            }
        });
        return codes.Count > 0 ? codes : throw new UnreadableFileException(FileFault.NoCodes);
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

        private void Add(int residence, int practice, double minutes)
        {
            if (residence >= 0 && practice >= 0)
            {
                _pairs.Add(residence, practice, minutes);
            }
        }

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
                    Add(residences[_line], practices[_cell++], TimeUnit.Seconds.ToMinutes(seconds));
                    break;
                default:
                    throw Size(FormattableString.Invariant($"line {_line + 1}, cell {_cell + 1}"));
            }
        }
    }
}
