using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Sessions;

/// <summary>Opens and closes what a person is signed in by. Every way in comes here, so that none is missing from the list.</summary>
internal sealed class OpenSessions(RelaisDb db, SignInManager<Account> signIn, JournalWriter journal, TimeProvider clock)
{
    /// <summary>Signs in, on the browser that asks.</summary>
    /// <param name="stay">Until signing out, rather than for this visit.</param>
    public async Task OpenAsync(Account account, SignInMeans means, bool stay, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            AccountId = account.Id,
            Device = DeviceName.Of(signIn.Context.Request.Headers.UserAgent),
            Means = means,
            Stays = stay,
            StartedAt = now,
            SeenAt = Session.ToTheHour(now),
        };
        db.Add(session);
        await db.SaveChangesAsync(cancellation);
        await signIn.SignInWithClaimsAsync(account, stay, ClaimsOf(session));
    }

    /// <summary>Writes the cookie of this browser anew, after what it says has changed.</summary>
    public Task RenewAsync(Account account, Session session) => signIn.SignInWithClaimsAsync(account, session.Stays, ClaimsOf(session));

    public async Task<IReadOnlyList<Session>> ListAsync(AccountId account, CancellationToken cancellation)
    {
        var open = await db.Set<Session>().AsNoTracking().Where(session => session.AccountId == account && session.ClosedAt == null)
            .OrderByDescending(session => session.SeenAt).ThenByDescending(session => session.StartedAt).ToListAsync(cancellation);
        return open.FindAll(session => session.IsOpenAt(clock.GetUtcNow()));
    }

    /// <summary>Closes one, or all but one. Joins the caller's unit of work.</summary>
    /// <returns>How many were open.</returns>
    public async Task<int> CloseAsync(AccountId account, Func<Session, bool> which, CancellationToken cancellation)
    {
        var open = await db.Set<Session>().Where(session => session.AccountId == account && session.ClosedAt == null).ToListAsync(cancellation);
        var closed = open.FindAll(session => which(session));
        foreach (var session in closed)
        {
            session.ClosedAt = clock.GetUtcNow();
            journal.Record("session.closed", "session", session.Id);
        }

        return closed.Count;
    }

    private static IEnumerable<Claim> ClaimsOf(Session session) => session.Means is SignInMeans.Link
        ? [Passport.InSession(session.Id), Passport.ByLink(session.StartedAt)]
        : [Passport.InSession(session.Id)];
}
