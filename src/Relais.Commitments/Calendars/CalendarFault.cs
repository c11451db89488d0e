namespace Relais.Commitments.Calendars;

/// <summary>Why a file cannot be read. The French sentence waits for its arguments, to be told in the language of the reader.</summary>
/// <param name="Line">The line at fault, from 1; null for the whole file.</param>
internal sealed record CalendarFault(int? Line, string Sentence, params object[] Arguments);

/// <summary>Stops the reading. It never leaves <see cref="CalendarReader"/>, which answers with the fault.</summary>
internal sealed class CalendarFaultException(CalendarFault fault) : FormatException(fault.Sentence)
{
    public CalendarFaultException(int? line, string sentence, params object[] arguments)
        : this(new CalendarFault(line, sentence, arguments))
    {
    }

    public CalendarFault Fault { get; } = fault;
}
