using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Relais.Kernel.Messages.Smtp;

internal enum SmtpSecurity
{
    /// <summary>Starts in clear and must go on encrypted; the usual choice, port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; port 465.</summary>
    Tls,

    /// <summary>In clear: for a relay on the same machine only.</summary>
    None,
}

/// <summary>The server that takes our e-mail, as the configuration names it under <c>Mail</c>.</summary>
internal sealed record SmtpSettings
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required SmtpSecurity Security { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How we introduce ourselves; our address when not said.</summary>
    public string? HelloName { get; init; }

    /// <summary>The authority of a private network that signed the server's certificate.</summary>
    public X509Certificate2? Authority { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Long, because giving up after the server took the message means a repeat (RFC 5321 §4.5.3.2.6 says ten minutes).</summary>
    public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public static SmtpSettings? Read(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var security = section.GetValue("Security", SmtpSecurity.StartTls);
        return new SmtpSettings
        {
            Host = host,
            Port = section.GetValue("Port", security is SmtpSecurity.Tls ? 465 : 587),
            Security = security,
            User = section["User"],
            Password = section["Password"],
            HelloName = section["HelloName"],
            Authority = section["Authority"] is { Length: > 0 } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null,
        };
    }
}
