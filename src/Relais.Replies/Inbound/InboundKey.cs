using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Relais.Replies.Inbound;

/// <summary>What the address that the SMS provider calls carries: whoever has it speaks for the provider.</summary>
internal static class InboundKey
{
    private const int Shortest = 24;

    public static string? Of(IConfiguration configuration) => configuration["Sms:InboundKey"] is { Length: >= Shortest } key ? key : null;

    public static bool Opens(IConfiguration configuration, string given) =>
        Of(configuration) is { } key && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(given));
}
