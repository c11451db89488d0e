namespace Relais.Kernel.Identifiers;

/// <summary>
/// A number or code given by a national register. It is always text: a code may begin with 0 or hold a letter.
/// An instance exists only for what the register could have given.
/// </summary>
public interface IIdentifier<TSelf>
    where TSelf : class, IIdentifier<TSelf>
{
    /// <summary>The code without spaces, letters in upper case: how it is stored, compared and exchanged.</summary>
    string Value { get; }

    /// <summary>Reads what a person typed or a file holds, spaces and dots forgiven.</summary>
    static abstract Parsed<TSelf> Parse(string? text);

    /// <summary>Takes back a value that was checked before it was stored.</summary>
    static abstract TSelf Stored(string value);
}
