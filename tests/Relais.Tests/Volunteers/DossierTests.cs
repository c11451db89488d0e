using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Pool;

namespace Relais.Tests.Volunteers;

public class DossierTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_dossier_is_read_back_as_it_was_opened(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var dossiers = scope.ServiceProvider.GetRequiredService<Dossiers>();
        var opened = Invented.Nurse() with
        {
            Rpps = Rpps.Stored("10005355572"),
            Readiness = new Readiness
            {
                Week = WeekGrid.Empty.With(6, 21, 10),
                Nights = true,
                NoticeHours = 24,
                LongestStayDays = 14,
                Spells = [new Spell(SpellKind.Blocked, new Interval(Invented.At, Invented.At.AddDays(7)))],
            },
        };

        await dossiers.OpenAsync(opened, cancellation);

        var read = (await dossiers.ReadAsync(opened.Person, cancellation))!;
        Assert.Equal(opened.Readiness.Week, read.Week);
        Assert.Equal(opened.Readiness.Spells, read.Spells.Select(spell => spell.Spell));
        Assert.Equal(opened.Skills.Select(skill => skill.Cell), read.Skills.Select(skill => skill.Cell));
        Assert.Equal(opened.Reach.Zones, read.Zones.Select(zone => zone.Zone));
        Assert.Equal(("29024", "Europe/Paris"), (read.HomeCommune.Value, read.TimeZone));
        Assert.Equal((true, (DateOnly?)null, 5), (read.IsOn, read.PausedUntil, read.WeeklyLimit));
        var title = Assert.Single(read.Titles);
        Assert.Equal((Profession.Nurse, CredentialLevel.Active, (CredentialLevel?)null), (title.Profession, title.AskedLevel, title.Level));
    }

    [Theory, OnEveryEngine]
    public async Task A_skill_expires_five_years_after_the_last_day_of_practice(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var dossiers = scope.ServiceProvider.GetRequiredService<Dossiers>();
        await scope.ServiceProvider.GetRequiredService<Relais.Kernel.Rules.DatedRuleFiles>().RecordAsync(cancellation);
        var opened = Invented.Nurse();

        await dossiers.OpenAsync(opened, cancellation);

        var skill = Assert.Single((await dossiers.ReadAsync(opened.Person, cancellation))!.Skills).Skill;
        Assert.Equal(new DateOnly(2031, 10, 1), skill.ExpiresOn);
        Assert.True(skill.CountsOn(new DateOnly(2031, 9, 30)));
        Assert.False(skill.CountsOn(new DateOnly(2031, 10, 1)));
    }

    [Theory, OnEveryEngine]
    public async Task Changing_skills_keeps_the_title_of_a_profession_that_stays(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var dossiers = scope.ServiceProvider.GetRequiredService<Dossiers>();
        var verified = new VerifiedTitle(CredentialLevel.HospitalActive, new DateOnly(2027, 11, 20), Invented.At, By: null);
        var opened = Invented.Nurse() with { Titles = [new Title(Profession.Nurse, CredentialLevel.HospitalActive, verified)] };
        await dossiers.OpenAsync(opened, cancellation);

        await dossiers.ChangeMineAsync(
            opened.Person,
            "skills",
            volunteer => volunteer.Master(
                [
                    new Skill(ProfessionUnit.Find("nurse.emergency")!, 2, new DateOnly(2026, 1, 1)),
                    new Skill(ProfessionUnit.Find("porter")!, 0, LastPractised: null),
                ],
                SkillFreshness.Unlimited),
            cancellation);

        var read = (await dossiers.ReadAsync(opened.Person, cancellation))!;
        Assert.Equal(["nurse.emergency", "porter"], read.Skills.Select(skill => skill.Cell.Code).Order(StringComparer.Ordinal));
        Assert.Equal(verified, read.Titles.Single(title => title.Profession == Profession.Nurse).Title.Verified);
        Assert.Null(read.Titles.Single(title => title.Profession == Profession.Porter).Title.Verified);
    }

    [Theory, OnEveryEngine]
    public async Task A_number_of_the_directory_belongs_to_one_dossier(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await OpenAsync(node, Invented.Nurse() with { Rpps = Rpps.Stored("10005355572") }, cancellation);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => OpenAsync(node, Invented.Nurse() with { Rpps = Rpps.Stored("10005355572") }, cancellation));

        Assert.True(refused.RefusedBy(Dossiers.RppsConstraint, "volunteer.rpps"));
    }

    [Theory, OnEveryEngine]
    public async Task An_erased_dossier_leaves_its_departure_and_may_be_opened_again(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var dossiers = scope.ServiceProvider.GetRequiredService<Dossiers>();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var opened = Invented.Nurse();
        await dossiers.OpenAsync(opened, cancellation);

        await dossiers.CloseAsync(opened.Person, "asked", cancellation);
        db.ChangeTracker.Clear();

        Assert.Null(await dossiers.ReadAsync(opened.Person, cancellation));
        Assert.Equal(0, await db.Set<VolunteerSkill>().CountAsync(cancellation));
        Assert.Equal(opened.Person, (await db.Set<VolunteerDeparture>().SingleAsync(cancellation)).PersonId);
        db.ChangeTracker.Clear();
        await dossiers.OpenAsync(opened, cancellation);
        Assert.Equal(0, await db.Set<VolunteerDeparture>().CountAsync(cancellation));
    }

    /// <summary>A reader that remembers the last revision seen must miss no dossier, whatever the order of the commits.</summary>
    [Theory, OnEveryEngine]
    public async Task Revisions_appear_in_their_order_while_many_write(Engine engine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var people = Enumerable.Range(0, 24).Select(_ => PersonId.New()).ToList();
        var writing = Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (person, stop) => await OpenAsync(node, Invented.Nurse(person), stop));

        var seen = new HashSet<PersonId>();
        var last = 0L;
        bool finished;
        do
        {
            finished = writing.IsCompleted;
            var news = await node.WithDbAsync(db => db.Set<Volunteer>().AsNoTracking()
                .Where(volunteer => volunteer.Revision > last)
                .Select(volunteer => new { volunteer.PersonId, volunteer.Revision })
                .ToListAsync(cancellation));
            last = Math.Max(last, news.Select(row => row.Revision).DefaultIfEmpty().Max());
            seen.UnionWith(news.Select(row => row.PersonId));
        }
        while (!finished);

        await writing;
        Assert.Equal(people.ToHashSet(), seen);
        Assert.Equal(24, last);
    }

    private static async Task OpenAsync(Node node, NewVolunteer volunteer, CancellationToken cancellation)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Dossiers>().OpenAsync(volunteer, cancellation);
    }
}
