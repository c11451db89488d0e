namespace Relais.Commitments.Calendars;

/// <summary>A line of a calendar once unfolded: a name, parameters, a value (RFC 5545, 3.1).</summary>
/// <param name="Number">The line of the file on which it begins, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">By name in capitals, without their quotes.</param>
/// <param name="Value">As it is written.</param>
internal sealed record ContentLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>The value of a text property, its escapes undone.</summary>
    public string Text => Value.Contains('\\', StringComparison.Ordinal) ? Unescaped() : Value;

    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public static ContentLine Parse(int number, string line)
    {
        var at = EndOfName(line, 0);
        var name = line[..at].ToUpperInvariant();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at < line.Length && line[at] is ';')
        {
            var equals = EndOfName(line, at + 1);
            var end = EndOfParameter(line, equals);
            if (equals == at + 1 || equals >= line.Length || line[equals] is not '=' || end < 0)
            {
                throw NotALine(number);
            }

            parameters[line[(at + 1)..equals].ToUpperInvariant()] = line[(equals + 1)..end].Replace("\"", "", StringComparison.Ordinal);
            at = end;
        }

        return name.Length > 0 && at < line.Length && line[at] is ':'
            ? new ContentLine(number, name, parameters, line[(at + 1)..])
            : throw NotALine(number);
    }

    private static CalendarFaultException NotALine(int number) => new(number, "cette ligne n’est pas de la forme NOM:VALEUR.");

    private static int EndOfName(string line, int from)
    {
        while (from < line.Length && (char.IsAsciiLetterOrDigit(line[from]) || line[from] is '-'))
        {
            from++;
        }

        return from;
    }

    /// <summary>Where the parameter ends, its quotes closed; -1 when it does not.</summary>
    private static int EndOfParameter(string line, int from)
    {
        var quoted = false;
        for (; from < line.Length; from++)
        {
            if (line[from] is '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && line[from] is (';' or ':'))
            {
                return from;
            }
        }

        return -1;
    }

    private string Unescaped()
    {
        var text = new System.Text.StringBuilder(Value.Length);
        for (var at = 0; at < Value.Length; at++)
        {
            if (Value[at] is '\\' && at + 1 < Value.Length)
            {
                at++;
                text.Append(Value[at] is 'n' or 'N' ? '\n' : Value[at]);
            }
            else
            {
                text.Append(Value[at]);
            }
        }

        return text.ToString();
    }
}
