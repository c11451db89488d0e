using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Logging;
using Relais.Accounts.SignIn;
using Relais.Accounts.Tokens;
using Relais.Kernel.Api;

namespace Relais.Accounts.Rights;

/// <summary>Stands between routing and the endpoints: what the access table does not grant does not run.</summary>
internal sealed partial class Gate(RequestDelegate next, AccessTable table, ILogger<Gate> log)
{
    public async Task InvokeAsync(HttpContext http, CurrentUser user, Judge judge)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(http);
            return;
        }

        await user.LoadAsync(http.User, http.RequestAborted);
        var scopes = TokenAuthentication.ScopesOf(http.User);
        if (http.User.Identity is { IsAuthenticated: true } && !user.IsSignedIn && scopes is null)
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            http.Response.ClearKeptPages();
        }

        // An error page is for whoever met the error, whatever they had asked.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(http);
            return;
        }

        var method = http.Request.Method;
        if (table.Find(method, endpoint) is not { } rule)
        {
            await RefuseUnlistedAsync(http, method, endpoint);
            return;
        }

        switch (await judge.JudgeAsync(rule, http.Request.RouteValues, http.RequestAborted))
        {
            case Verdict.Allowed when scopes is not null && !scopes.Any(scope => scope.Covers(TokenScope.NeededBy(rule))):
                await AnswerAsync(http, Problem.TokenScopeNeeded($"{TokenScope.NeededBy(rule)}"));
                break;
            case Verdict.Allowed:
                await next(http);
                break;
            case Verdict.SignInNeeded when !http.Request.IsApi():
                await http.ChallengeAsync();
                break;
            case Verdict.SignInNeeded:
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await AnswerAsync(http, http.Request.Headers.Authorization.Count is 0 ? Problem.SignInNeeded() : Problem.TokenInvalid());
                break;
            case Verdict.NotFound:
                await AnswerAsync(http, Problem.NotFound());
                break;
            default:
                await AnswerAsync(http, Problem.NotAllowed());
                break;
        }
    }

    private Task RefuseUnlistedAsync(HttpContext http, string method, RouteEndpoint endpoint)
    {
        if (table.MethodsOf(endpoint).ToList() is { Count: > 0 } methods)
        {
            http.Response.Headers.Allow = string.Join(", ", methods);
            return AnswerAsync(http, Problem.MethodNotAllowed());
        }

        LogUnlisted(log, method, AccessTable.RouteOf(endpoint));
        return AnswerAsync(http, Problem.NotAllowed());
    }

    /// <summary>A program gets the problem; for a person the status alone, which the error page explains.</summary>
    private static Task AnswerAsync(HttpContext http, ProblemHttpResult problem)
    {
        if (http.Request.IsApi())
        {
            return problem.ExecuteAsync(http);
        }

        http.Response.StatusCode = problem.StatusCode;
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Route} has no row in the access table, so it was refused")]
    private static partial void LogUnlisted(ILogger log, string method, string route);
}
