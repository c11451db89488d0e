using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Api;

namespace Relais.Web.Errors;

/// <summary>What a person reads when a request was refused or failed, whatever the method of the request.</summary>
[IgnoreAntiforgeryToken]
internal sealed partial class ErrorPage(ILogger<ErrorPage> log) : PageModel
{
    public ErrorKind Kind { get; private set; } = ErrorKind.Of(StatusCodes.Status500InternalServerError);

    /// <summary>Found again in the log; short enough to be read over the telephone.</summary>
    public string Reference => field ??= Shorten(Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);

    /// <summary>Read from the address itself: a body that could not be read keeps the binder from binding anything.</summary>
    private int Status => int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status)
        ? status
        : StatusCodes.Status500InternalServerError;

    public IActionResult OnGet() => Show(Status);

    public IActionResult OnPost() => Show(Status);

    private IActionResult Show(int status)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var refusal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (failure is not null)
        {
            LogFailure(log, Reference, failure.Path);
        }

        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-cache, no-store";
        if ((failure?.Path ?? refusal?.OriginalPath)?.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) is true)
        {
            return new ObjectResult(ProblemOf(status).ProblemDetails) { StatusCode = status };
        }

        Kind = ErrorKind.Of(status);
        return Page();
    }

    private ProblemHttpResult ProblemOf(int status) => status switch
    {
        401 => Problem.SignInNeeded(),
        403 => Problem.NotAllowed(),
        404 => Problem.NotFound(),
        405 => Problem.MethodNotAllowed(),
        >= 500 => Problem.Because(status, "failed", $"Un problème de notre côté. Référence : {Reference}."),
        _ => Problem.Because(status, "refused", $"La demande n’a pas pu être traitée. Référence : {Reference}."),
    };

    private static string Shorten(string trace)
    {
        var digits = string.Concat(trace.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return digits.Length < 8 ? digits : $"{digits[..4]}-{digits[4..8]}";
    }

    [LoggerMessage(LogLevel.Error, "Reference {Reference}: {Path} failed")]
    private static partial void LogFailure(ILogger log, string reference, string path);
}
