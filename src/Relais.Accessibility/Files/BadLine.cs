namespace Relais.Accessibility.Files;

/// <summary>Why a line of a file is left out.</summary>
public enum LineFault
{
    /// <summary>Not as many fields as the header has.</summary>
    Fields,

    /// <summary>A quotation mark that nothing closes.</summary>
    Quotes,

    /// <summary>A field that must be filled is empty.</summary>
    Empty,

    /// <summary>Not a number.</summary>
    NotANumber,

    /// <summary>A number without end.</summary>
    NotFinite,

    /// <summary>A number below zero.</summary>
    Negative,

    /// <summary>A code that the list of communes does not have.</summary>
    UnknownCode,

    /// <summary>A commune that an earlier line gave.</summary>
    RepeatedCode,

    /// <summary>A pair that an earlier line gave.</summary>
    RepeatedPair,
}

/// <summary>A line that cannot be taken.</summary>
/// <param name="Line">The header is line 1.</param>
/// <param name="Fault">Why, for a program to word.</param>
/// <param name="Column">Name of the column at fault; empty when it is the whole line.</param>
/// <param name="Value">What stands there, cut at 40 characters.</param>
public readonly record struct BadLine(int Line, LineFault Fault, string Column = "", string Value = "")
{
    /// <summary>The reason in plain English, without the number of the line.</summary>
    public string Reason => Fault switch
    {
        LineFault.Fields => $"it has {Value}",
        LineFault.Quotes => "a quotation mark is not closed",
        LineFault.Empty => $"{Column} is empty",
        LineFault.NotANumber => $"{Column} '{Value}' is not a number",
        LineFault.NotFinite => $"{Column} '{Value}' is not finite",
        LineFault.Negative => $"{Column} '{Value}' is negative",
        LineFault.UnknownCode => $"{Column} '{Value}' is not in the list of communes",
        LineFault.RepeatedCode => $"{Column} '{Value}' was given before",
        _ => "this pair was given before",
    };
}
