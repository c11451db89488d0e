namespace Relais.Kernel.Messages;

/// <summary>
/// What a person reads, said once: the e-mail (text and HTML), the SMS and the line of the inbox are made of it.
/// </summary>
/// <example><c>Letter.About(T["On vous attend ce soir"]).Say(T["…"]).Facts((T["Où"], place)).Act(T["Répondre"], url)</c></example>
public sealed record Letter
{
    private Letter(string subject) => Subject = subject;

    public string Subject { get; }

    /// <summary>The SMS when it says other things than the subject and the first link.</summary>
    public string? Sms { get; init; }

    /// <summary>An address (of the channel in use) that is not the person's proved one: the one that this very letter lets them prove.</summary>
    public string? ToUnproved { get; init; }

    /// <summary>Cannot wait for the morning: goes even during quiet hours to those who accept it.</summary>
    public bool IsUrgent { get; init; }

    internal IReadOnlyList<LetterPart> Parts { get; private init; } = [];

    internal Uri? FirstLink => Parts.OfType<LetterPart.Link>().FirstOrDefault()?.Target;

    public static Letter About(string subject) => new(subject);

    /// <summary>A paragraph.</summary>
    public Letter Say(string text) => With(new LetterPart.Paragraph(text));

    /// <summary>Names and values, one a line.</summary>
    public Letter Facts(params ReadOnlySpan<(string Name, string Value)> facts) => With(new LetterPart.Table([.. facts]));

    /// <summary>Something to do, as a button.</summary>
    public Letter Act(string label, Uri target) => With(new LetterPart.Link(label, target));

    private Letter With(LetterPart part) => this with { Parts = [.. Parts, part] };
}

internal abstract record LetterPart
{
    internal sealed record Paragraph(string Text) : LetterPart;

    internal sealed record Table(IReadOnlyList<(string Name, string Value)> Rows) : LetterPart;

    internal sealed record Link(string Label, Uri Target) : LetterPart;
}
