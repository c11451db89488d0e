namespace Relais.Web.Mailbox;

/// <summary>An e-mail or an SMS of the development folders, as the page shows it.</summary>
internal sealed record ReadMail
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string To { get; init; }

    public string Subject { get; init; } = "";

    public required string Text { get; init; }

    public string? Html { get; init; }

    public bool IsSms { get; init; }

    /// <summary>Every header, unfolded and decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
