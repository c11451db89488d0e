using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;

namespace Relais.Volunteers.Registration;

/// <summary>
/// The registration that this browser has begun. Whoever closes the page finds it again for 30 days: the cookie holds a
/// signed reference, the answers stay in the database.
/// </summary>
internal sealed class Drafts(RelaisDb db, SignedLinks links, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Cookie = "relais-inscription";

    internal static readonly LinkPurpose Purpose = new("registration");
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A draft belongs to a browser");

    public async Task<RegistrationAnswers> ReadAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } draft ? RegistrationAnswers.Read(draft.Answers) : new RegistrationAnswers();

    public async Task SaveAsync(RegistrationAnswers answers, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(cancellation) is not { } draft)
        {
            draft = new RegistrationDraft { StartedAt = now, UpdatedAt = now };
            db.Add(draft);
        }

        (draft.Answers, draft.UpdatedAt) = (answers.Write(), now);
        await db.SaveChangesAsync(cancellation);
        Context.Response.Cookies.Append(Cookie, await links.CreateAsync(Purpose, draft.Id, now + Kept, cancellation), Options(now + Kept));
    }

    /// <summary>Takes the draft away: the registration is done, or the person starts afresh. Joins the caller's unit of work.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } draft)
        {
            db.Remove(draft);
        }
    }

    public void ForgetCookie() => Context.Response.Cookies.Delete(Cookie, Options(expires: null));

    private async Task<RegistrationDraft?> FindAsync(CancellationToken cancellation)
    {
        var reading = await links.ReadAsync(Purpose, Context.Request.Cookies[Cookie], cancellation);
        return reading.State is LinkState.Valid
            ? await db.Set<RegistrationDraft>().SingleOrDefaultAsync(draft => draft.Id == reading.Subject, cancellation)
            : null;
    }

    private CookieOptions Options(DateTimeOffset? expires) => new()
    {
        Expires = expires,
        HttpOnly = true,
        IsEssential = true,
        Path = Steps.First,
        SameSite = SameSiteMode.Lax,
        Secure = Context.Request.IsHttps,
    };
}
