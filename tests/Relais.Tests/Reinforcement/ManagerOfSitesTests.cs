using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Messages;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement;

/// <summary>Who answers for a legal entity answers for its sites: sees them, posts for them, and hears of them.</summary>
public sealed class ManagerOfSitesTests(PostgresServer postgres)
{
    private static readonly Finess Entity = Finess.Stored("290000009");
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_manager_of_an_entity_sees_and_hears_of_the_needs_of_its_sites(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.WithAsync(async (IServiceProvider services) =>
        {
            var facilities = services.GetRequiredService<IFacilities>();
            facilities.Record(new NewFacility(Entity, null, "Centre hospitalier du Kreiz Breizh", CommuneCode.Stored("29024"), "355", null, null, "test"));
            facilities.Record(new NewFacility(ReinforcementWorld.Hospital, Entity, "Site de Carhaix", CommuneCode.Stored("29024"), "355", null, null, "test"));
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return true;
        });
        var director = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(Entity.Value)));
        var other = await node.SignInAsync((Role.FacilityManager, new Scope.Facility("350000022")));
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(3), filling: Filling.ChosenByManager), people: 1);

        await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, version: null, Stop));

        await Eventually.TrueAsync(async () => (await node.ReadAsync<Message>(message => message.Template == NewsOfNeed.Template)).Count > 0, "nobody was told of the candidate", withinSeconds: 60);
        Assert.All(await node.ReadAsync<Message>(message => message.Template == NewsOfNeed.Template), message => Assert.Equal(director.Person.Value, message.PersonId));
        Assert.Contains("Site de Carhaix", (await director.Browser.GetPageAsync("/etablissements")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/besoins/{need.Id}", (await director.Browser.GetPageAsync($"/etablissements/{ReinforcementWorld.Hospital}")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal([need.Id.ToString()], await NeedsOfAsync(node, director));
        Assert.Empty(await NeedsOfAsync(node, other));
    }

    /// <summary>The needs that a program of the manager reads.</summary>
    private static async Task<List<string?>> NeedsOfAsync(Node node, SignedIn manager)
    {
        var token = await node.WithAsync(async (IServiceProvider services) =>
        {
            var issued = services.GetRequiredService<IAccounts>().IssueToken(manager.Account, "test");
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return issued;
        });
        using var program = node.Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var needs = JsonDocument.Parse(await program.GetStringAsync(new Uri("/api/v1/needs", UriKind.Relative), Stop));
        return [.. needs.RootElement.EnumerateArray().Select(need => need.GetProperty("id").GetString())];
    }
}
