using System.Net;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Complaints;
using Relais.Missions.Life;
using Relais.Missions.Owed;
using Relais.Reinforcement.Needs;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>Somebody says that a sum is wrong; an answer comes back.</summary>
public sealed class ComplaintTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Evening = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    [Theory, OnEveryEngine]
    public async Task A_complaint_reaches_the_establishment_and_the_coordinator_and_its_answer_comes_back(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var node = house.Node;
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening, pay: PayBasis.Contract, hourlyCents: 2000));
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(PaidHouse.Hospital.Value)));
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var (elsewhere, other) = (await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35"))), await node.SignInVolunteerAsync());
        var nurse = await house.BrowserOfAsync(line.Mission.PersonId);
        var mine = $"/mon-compte/ce-qui-m-est-du/{line.Due.Id}";
        Assert.Contains("200,00", (await nurse.GetPageAsync("/mon-compte/ce-qui-m-est-du")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.StatusOf(mine));

        var sent = await nurse.SubmitAsync(await nurse.GetPageAsync(mine), mine, ("Form.Words", "Il manque le trajet de nuit."));

        Assert.Equal(mine, sent.Headers.Location?.ToString());
        Assert.Equal(DueState.Contested, (await house.ReadAsync(line.Due.Id)).State);
        var complaint = Assert.Single(await node.ReadAsync<Complaint>(_ => true));
        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Count(message => message.Template == ComplaintMade.Template) is 2, "manager and coordinator were not told");
        Assert.DoesNotContain(await node.MessagesAsync(), message => message.PersonId == elsewhere.Person.Value);
        var address = $"/reclamations/{complaint.Id}";
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await manager.Browser.StatusOf(address), await elsewhere.Browser.StatusOf(address)));
        Assert.Contains("Il manque le trajet", (await coordinator.Browser.GetPageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(address, (await coordinator.Browser.GetPageAsync("/reclamations")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await elsewhere.Browser.GetPageAsync("/reclamations")).Body!.InnerHtml, StringComparison.Ordinal);

        await coordinator.Browser.SubmitAsync(await coordinator.Browser.GetPageAsync(address), address, ("Form.Words", "Le trajet est ajouté ce jour."));

        Assert.Contains("Le trajet est ajouté", (await nurse.GetPageAsync(mine)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DueState.Expected, (await house.ReadAsync(line.Due.Id)).State);
        Assert.Contains(await node.MessagesAsync(), message => message.Template == ComplaintAnswered.Template && message.PersonId == line.Mission.PersonId.Value);
        var second = await node.WithAsync((Complaining complaining) => complaining.AnswerAsync(complaint.Id, "Autre chose", manager.Account, Stop));
        Assert.Equal("answered", Assert.IsType<MissionResult.Refused>(second).Code);
    }

    [Theory, OnEveryEngine]
    public async Task Of_complaints_sent_at_once_about_one_sum_one_waits(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening, pay: PayBasis.Contract, hourlyCents: 2000));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.Node.WithAsync((Complaining complaining) => complaining.SayAsync(line.Due.Id, "En retard", Stop)))));

        Assert.Single(results, result => result is MissionResult.Done);
        Assert.All(results.OfType<MissionResult.Refused>(), refused => Assert.Equal("complaint_waits", refused.Code));
        Assert.Single(await house.Node.ReadAsync<Complaint>(_ => true));
    }
}
