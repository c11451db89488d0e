using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.SignIn;

/// <summary>What a cookie or a token says of who asks: three ids, no name, no role. The rest is read at each request.</summary>
/// <param name="Session">The browser, for who came by its cookie; nothing for a token.</param>
internal sealed record Passport(AccountId Account, PersonId Person, string Stamp, Guid? Session = null)
{
    private const string PersonClaim = "person";
    private const string StampClaim = "stamp";
    private const string LinkClaim = "link_at";
    private const string SessionClaim = "session";

    public static Passport Of(Account account) => new(account.Id, account.PersonId, account.SecurityStamp);

    public static Passport? Read(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person)
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? new Passport(new AccountId(account), new PersonId(person), stamp, Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session) ? session : null)
            : null;

    public static Claim InSession(Guid session) => new(SessionClaim, session.ToString());

    /// <summary>Written when somebody comes by a link sent to their address.</summary>
    public static Claim ByLink(DateTimeOffset now) => new(LinkClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public static bool CameByLinkSince(ClaimsPrincipal principal, DateTimeOffset since) =>
        long.TryParse(principal.FindFirstValue(LinkClaim), CultureInfo.InvariantCulture, out var at) && at >= since.ToUnixTimeSeconds();

    public ClaimsPrincipal ToPrincipal(string scheme, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Account.ToString()),
            new Claim(PersonClaim, Person.ToString()),
            new Claim(StampClaim, Stamp),
            .. more,
        ],
        scheme));

    internal sealed class Factory : IUserClaimsPrincipalFactory<Account>
    {
        public Task<ClaimsPrincipal> CreateAsync(Account user) =>
            Task.FromResult(Of(user).ToPrincipal(IdentityConstants.ApplicationScheme));
    }
}
