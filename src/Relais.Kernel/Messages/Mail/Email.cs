namespace Relais.Kernel.Messages.Mail;

/// <summary>One e-mail to one person.</summary>
internal sealed record Email
{
    /// <summary>The same at every attempt, and so is the Message-ID made of it: a repeat can be recognised.</summary>
    public required Guid Id { get; init; }

    public required string FromName { get; init; }

    public required EmailAddress From { get; init; }

    public required string ToName { get; init; }

    public required EmailAddress To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Where one click unsubscribes (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }

    public string MessageId => $"<{Id:N}@{From.Domain}>";
}
