using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Relais.Accounts.SignIn;

namespace Relais.Accounts.Tokens;

/// <summary>Reads <c>Authorization: Bearer relais_…</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Relais.Token";

    private const string ScopesClaim = "scopes";
    private const string Bearer = "Bearer ";

    /// <returns>What the token of the request may be used for; nothing when the request came without one.</returns>
    public static IReadOnlyList<TokenScope>? ScopesOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ScopesClaim) is { } scopes ? TokenScope.ParseAll(scopes) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.ReadAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } known)
        {
            return AuthenticateResult.Fail("The token is unknown, revoked or expired");
        }

        var principal = Passport.Of(known.Account).ToPrincipal(SchemeName, new Claim(ScopesClaim, string.Join(' ', known.Scopes)));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }
}
