using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Relais.Kernel.Api;

/// <summary>Whatever goes wrong under /api, the answer is a problem with a code: never a page, never an empty body.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    /// <summary>No endpoint takes a larger JSON body; files go by the pages.</summary>
    private const long MostBytes = 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.IsApi())
        {
            await next(http);
            return;
        }

        if (LimitSize(http))
        {
            await Problem.TooLarge().ExecuteAsync(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await Explain(exception).ExecuteAsync(http);
            return;
        }
#pragma warning disable CA1031 // Whatever failed, the program that asked reads JSON.
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(log, exception, http.Request.Method, http.Request.Path);
            http.Response.Clear();
            await Problem.Failed().ExecuteAsync(http);
            return;
        }

        if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentLength: null or 0, ContentType: null })
        {
            await OfStatus(http.Response.StatusCode).ExecuteAsync(http);
        }
    }

    private static bool LimitSize(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        return http.Request.ContentLength > MostBytes;
    }

    private static ProblemHttpResult Explain(BadHttpRequestException exception) => exception switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.TooLarge(),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problem.WrongMediaType(),
        { InnerException: JsonException { Path: { Length: > 1 } path } } => Problem.Unreadable(path),
        _ => Problem.Unreadable(path: null),
    };

    private static ProblemHttpResult OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Problem.SignInNeeded(),
        StatusCodes.Status403Forbidden => Problem.NotAllowed(),
        StatusCodes.Status404NotFound => Problem.NotFound(),
        StatusCodes.Status405MethodNotAllowed => Problem.MethodNotAllowed(),
        StatusCodes.Status413PayloadTooLarge => Problem.TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => Problem.WrongMediaType(),
        StatusCodes.Status429TooManyRequests => Problem.TooMany(),
        >= 500 => Problem.Failed(),
        _ => Problem.Because(status, "refused", "La demande ne convient pas."),
    };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailure(ILogger log, Exception exception, string method, string path);
}
