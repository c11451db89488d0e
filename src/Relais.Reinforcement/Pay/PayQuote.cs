namespace Relais.Reinforcement.Pay;

/// <summary>What a shift is worth to the person, known before saying yes.</summary>
internal abstract record PayQuote
{
    /// <summary>Euros for that very shift, with the text that says so.</summary>
    /// <param name="Cents">Gross, in euro cents.</param>
    /// <param name="Reference">The order or contract that the figure comes from.</param>
    /// <param name="Lines">How the figure is made.</param>
    public sealed record Amount(long Cents, string Reference, IReadOnlyList<PayLine> Lines) : PayQuote;

    /// <summary>The mission is unpaid, and says so.</summary>
    public sealed record Unpaid : PayQuote;

    /// <summary>No text gives a rate to this person: said in plain sight, never guessed.</summary>
    public sealed record NoPublishedRate : PayQuote;
}

/// <summary>Minutes paid at one hourly rate.</summary>
internal readonly record struct PayLine(int Minutes, int HourlyCents);
