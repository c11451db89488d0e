using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Volunteers;

public class RetentionTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_dossier_left_for_two_years_is_erased_a_month_after_a_warning(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var (db, dossiers) = (scope.ServiceProvider.GetRequiredService<RelaisDb>(), scope.ServiceProvider.GetRequiredService<Dossiers>());
        var rule = scope.ServiceProvider.GetServices<IRetentionRule>().Single(rule => rule.Key == "volunteers.inactive");
        var now = DateTimeOffset.UtcNow;
        var (left, recent) = (Invented.Nurse() with { At = now.AddDays(-800) }, Invented.Nurse() with { At = now.AddDays(-10) });
        await dossiers.OpenAsync(left, cancellation);
        await dossiers.OpenAsync(recent, cancellation);

        Assert.Equal(0, await rule.ApplyAsync(now.AddDays(-730), cancellation));
        db.ChangeTracker.Clear();
        Assert.NotNull((await dossiers.ReadAsync(left.Person, cancellation))!.WarnedAt);
        Assert.Equal(0, await rule.ApplyAsync(now.AddDays(-730), cancellation));
        await dossiers.ChangeAsync(left.Person, "warned", volunteer => volunteer.WasWarned(now.AddDays(-31)), cancellation);
        db.ChangeTracker.Clear();
        Assert.Equal(1, await rule.ApplyAsync(now.AddDays(-730), cancellation));

        Assert.Equal([recent.Person], await db.Set<Volunteer>().Select(volunteer => volunteer.PersonId).ToListAsync(cancellation));
    }
}
