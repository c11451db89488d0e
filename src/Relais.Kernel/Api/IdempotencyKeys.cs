using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Relais.Kernel.Journal;

namespace Relais.Kernel.Api;

/// <summary>
/// A program that does not know whether its request arrived sends it again with the same <c>Idempotency-Key</c>, and
/// gets the first answer; nothing is done twice. The key with another request is refused.
/// </summary>
internal sealed class IdempotencyKeys(RequestDelegate next, KeptAnswers answers)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 255;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task InvokeAsync(HttpContext http, ICurrentActor actor)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (isRead || !http.Request.IsApi() || http.Request.Headers[Header] is not [{ } key])
        {
            await next(http);
            return;
        }

        if (key.Length is 0 or > LongestKey)
        {
            await Problem.Because(StatusCodes.Status400BadRequest, "idempotency_key_length", "« Idempotency-Key » compte de 1 à 255 caractères.").ExecuteAsync(http);
            return;
        }

        var owner = actor.AccountId?.ToString() ?? "visitor";
        var request = await HashAsync(http.Request, http.RequestAborted);
        var first = await answers.ReserveAsync(owner, key, request, http.RequestAborted);
        for (var waited = TimeSpan.Zero; first is { Status: null } && first.Request == request && waited < Patience; waited += Pause)
        {
            await Task.Delay(Pause, http.RequestAborted);
            first = await answers.ReserveAsync(owner, key, request, http.RequestAborted);
        }

        await (first switch
        {
            null => RunAsync(http, owner, key),
            _ when first.Request != request => Problem.Because(
                StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "Cette clé a déjà servi à une autre demande : prenez-en une nouvelle.").ExecuteAsync(http),
            { Status: null } => Problem.Because(
                StatusCodes.Status409Conflict, "idempotency_in_progress", "La première demande avec cette clé n’a pas encore fini.").ExecuteAsync(http),
            _ => RepeatAsync(http, first),
        });
    }

    private async Task RunAsync(HttpContext http, string owner, string key)
    {
        var wire = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        catch
        {
            await answers.ForgetAsync(owner, key);
            throw;
        }
        finally
        {
            http.Response.Body = wire;
        }

        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            await answers.ForgetAsync(owner, key);
        }
        else
        {
            await answers.KeepAsync(owner, key, http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.Location, copy.ToArray());
        }

        copy.Position = 0;
        await copy.CopyToAsync(wire, http.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext http, KeptAnswer first)
    {
        http.Response.StatusCode = first.Status!.Value;
        http.Response.ContentType = first.MediaType;
        http.Response.Headers["Idempotent-Replayed"] = "true";
        if (first.Location is not null)
        {
            http.Response.Headers.Location = first.Location;
        }

        if (first.Body is { Length: > 0 } body)
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static async Task<string> HashAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.GetEncodedPathAndQuery()}\n"));
        hash.AppendData(await SHA256.HashDataAsync(request.Body, cancellation));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
