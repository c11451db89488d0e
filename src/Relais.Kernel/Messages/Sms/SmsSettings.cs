using Microsoft.Extensions.Configuration;

namespace Relais.Kernel.Messages.Sms;

/// <summary>The section <c>Sms</c> of the configuration.</summary>
/// <param name="Url">Where the gateway takes messages.</param>
/// <param name="Token">What it asks to be shown, as a bearer.</param>
/// <param name="From">The number or name that people see, and answer to.</param>
internal sealed record SmsSettings(Uri Url, string? Token, string? From)
{
    public static SmsSettings? Read(IConfiguration configuration) =>
        configuration["Sms:Url"] is { Length: > 0 } url ? new SmsSettings(new Uri(url), configuration["Sms:Token"], configuration["Sms:From"]) : null;
}
