using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Relais.Kernel.Messages.Sms;

namespace Relais.Tests.Messages;

/// <summary>A gateway on a real socket, which answers as it is told.</summary>
public sealed class HttpSmsTests : IDisposable
{
    private readonly HttpListener _gateway = new();
    private readonly ConcurrentQueue<string> _taken = new();
    private readonly Uri _url;
    private int _status = 200;
    private string _body = """{"reference":"ref-1"}""";

    public HttpSmsTests()
    {
        var port = Random.Shared.Next(20_000, 60_000);
        _url = new Uri($"http://127.0.0.1:{port}/send");
        _gateway.Prefixes.Add($"http://127.0.0.1:{port}/");
        _gateway.Start();
        _ = AnswerAsync();
    }

    [Fact]
    public async Task A_message_is_handed_over_with_its_number_and_the_reference_kept()
    {
        using var sms = new HttpSms(new SmsSettings(_url, "secret", "38000"));

        Assert.Equal(new SmsReceipt(SmsFate.Taken, "ref-1"), await sms.SendAsync(new SmsMessage(Guid.Empty, "+33612345678", "Pouvez-vous venir ?")));

        Assert.Equal("""Bearer secret {"id":"00000000-0000-0000-0000-000000000000","to":"\u002B33612345678","from":"38000","text":"Pouvez-vous venir ?"}""", Assert.Single(_taken));
    }

    [Theory]
    [InlineData(429, SmsFate.NotNow)]
    [InlineData(503, SmsFate.NotNow)]
    [InlineData(400, SmsFate.Refused)]
    [InlineData(404, SmsFate.Refused)]
    public async Task What_may_pass_later_is_tried_again_and_what_never_will_is_not(int status, SmsFate fate)
    {
        using var sms = new HttpSms(new SmsSettings(_url, Token: null, From: null));
        _status = status;

        Assert.Equal(new SmsReceipt(fate, $"http-{status}"), await sms.SendAsync(new SmsMessage(Guid.NewGuid(), "+33612345678", "…")));
    }

    [Fact]
    public async Task A_gateway_that_names_nothing_or_is_not_there_is_borne()
    {
        using var sms = new HttpSms(new SmsSettings(_url, Token: null, From: null));
        var message = new SmsMessage(Guid.NewGuid(), "+33612345678", "…");
        _body = "OK";
        Assert.Equal(new SmsReceipt(SmsFate.Taken, message.Id.ToString()), await sms.SendAsync(message));

        _gateway.Stop();
        Assert.Equal(SmsFate.Unreachable, (await sms.SendAsync(message)).Fate);
    }

    public void Dispose() => _gateway.Close();

    private async Task AnswerAsync()
    {
        while (_gateway.IsListening)
        {
            var exchange = await _gateway.GetContextAsync();
            using var reader = new StreamReader(exchange.Request.InputStream, Encoding.UTF8);
            _taken.Enqueue($"{exchange.Request.Headers["Authorization"]} {await reader.ReadToEndAsync()}");
            exchange.Response.StatusCode = _status;
            exchange.Response.ContentType = "application/json";
            await exchange.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_body));
            exchange.Response.Close();
        }
    }
}
