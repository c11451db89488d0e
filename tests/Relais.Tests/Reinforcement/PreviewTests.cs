using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Preview;
using Relais.Tests.Commitments;
using Relais.Tests.Infrastructure;
using Relais.Tests.Volunteers;
using Relais.Volunteers.Contracts;
using static Relais.Tests.Commitments.Holding;

namespace Relais.Tests.Reinforcement;

public class PreviewTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Each_person_is_counted_once_at_the_first_rule_that_stops_them(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var need = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night());
        var free = NightNurse();
        var (busy, tired, asked, often) = (NightNurse(), NightNurse(), NightNurse(), NightNurse() with { Preferences = new AskingPreferences { WeeklyLimit = 2 } });
        await WriteAsync(
            node,
            free, busy, tired, asked, often,
            NightNurse() with { Skills = [new Skill(ProfessionUnit.Find("porter")!, 3, LastPractised: null)] },
            NightNurse() with { Skills = [new Skill(ProfessionUnit.Find("nurse.geriatrics")!, 3, LastPractised: null)] },
            NightNurse() with { Reach = NightNurse().Reach with { Home = CommuneCode.Stored("75056"), Zones = [] } },
            NightNurse() with { Readiness = NightNurse().Readiness with { Nights = false } },
            NightNurse() with { Readiness = NightNurse().Readiness with { NoticeHours = 720 } },
            NightNurse() with { Preferences = new AskingPreferences { IsOn = false } });
        await node.HeldAsync(Hours(busy.Person.Value, new Interval(need.StartsAt.AddHours(2), need.EndsAt)));
        await node.HeldAsync(Hours(tired.Person.Value, new Interval(need.StartsAt.AddHours(-9), need.StartsAt.AddHours(-1))));
        await node.WithDbAsync(async db =>
        {
            db.Add(need);
            db.Add(ReinforcementWorld.NewOffer(need, asked.Person));
            await db.SaveChangesAsync(Cancellation);
            var budget = new WeekBudget(db);
            await budget.TakeAsync([(often.Person, 2), (free.Person, 5)], DateTimeOffset.UtcNow, Cancellation);
            return await budget.TakeAsync([(often.Person, 2)], DateTimeOffset.UtcNow, Cancellation);
        });

        var view = await node.WithAsync<Previewing, PreviewView>(previewing => previewing.PreviewAsync(need, Cancellation));

        string[] stops = ["profession", "skill", "zone", "availability", "notice", "pause", "commitment", "rest", "asked", "weekly-limit"];
        Assert.Equal(11, view.Known);
        Assert.Equal(view.Known, view.Steps.Sum(step => step.Stopped) + view.CanBeAsked);
        Assert.Equal(1, view.CanBeAsked);
        Assert.Equal(view.CanBeAsked, view.Steps[^1].Left);
        Assert.Equal(stops, view.Steps.Where(step => step.Stopped > 0).Select(step => step.Code));
        Assert.All(view.Steps, step => Assert.InRange(step.Stopped, 0, 1));
    }

    private static NewVolunteer NightNurse() => Invented.Nurse(PersonId.New()) with
    {
        Skills = [new Skill(Invented.NurseOfIntensiveCare, Years: 6, LastPractised: null)],
        Readiness = new Readiness { Week = WeekGrid.Full, Nights = true },
    };

    private static async Task WriteAsync(Node node, params NewVolunteer[] volunteers)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IVolunteerLoader>().WriteAsync(volunteers, Cancellation);
    }
}
