using System.Text.RegularExpressions;

namespace Relais.Kernel.Messages.Smtp;

/// <summary>What the server answered to one command.</summary>
/// <param name="Code">Three figures: 2 yes, 3 go on, 4 not now, 5 no.</param>
/// <param name="Lines">The sentences, without the code.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsYes => Code is >= 200 and < 300;

    public bool IsNotNow => Code is >= 400 and < 500;

    /// <summary>The server is leaving (RFC 5321 §3.8): whatever we asked.</summary>
    public bool IsClosing => Code is 421;

    /// <summary>The reply as a code to keep: its sentence may name the person.</summary>
    public string ErrorCode => Enhanced() is { Length: > 0 } enhanced ? $"smtp-{Code}-{enhanced}" : $"smtp-{Code}";

    private string Enhanced() => EnhancedCode().Match(Lines[^1]).Value;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex EnhancedCode();
}

/// <summary>The conversation cannot go on, through no fault of the message.</summary>
internal sealed class SmtpUnavailableException(string code, Exception? cause = null) : Exception(code, cause)
{
    public string Code { get; } = code;

    /// <summary>Whether the message had left entirely: the server may have taken it without our hearing so.</summary>
    public bool MayBeTaken { get; init; }
}
