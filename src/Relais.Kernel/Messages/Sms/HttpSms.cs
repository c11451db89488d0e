using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Relais.Kernel.Messages.Sms;

/// <summary>
/// Hands SMS over to a gateway by HTTP: a POST of <c>{ "id", "to", "from", "text" }</c> as JSON, answered 2xx with an
/// optional <c>{ "reference" }</c>. 429 and 5xx are tried again, any other answer is final.
/// </summary>
internal sealed class HttpSms(SmsSettings settings) : ISmsProvider, IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<SmsReceipt> SendAsync(SmsMessage message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = JsonContent.Create(new { id = message.Id, to = message.To, from = settings.From, text = message.Text }),
        };
        if (settings.Token is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        // The gateway may be asked twice after a cut: the id lets it tell a repeat apart.
        request.Headers.Add("Idempotency-Key", message.Id.ToString());
        try
        {
            using var response = await _http.SendAsync(request);
            return response.StatusCode switch
            {
                _ when response.IsSuccessStatusCode => new SmsReceipt(SmsFate.Taken, await ReferenceAsync(response) ?? message.Id.ToString()),
                HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SmsReceipt(SmsFate.NotNow, $"http-{(int)response.StatusCode}"),
                _ => new SmsReceipt(SmsFate.Refused, $"http-{(int)response.StatusCode}"),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return new SmsReceipt(SmsFate.Unreachable, "http-unreachable");
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string?> ReferenceAsync(HttpResponseMessage response)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<Answer>())?.Reference;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answer(string? Reference);
}
