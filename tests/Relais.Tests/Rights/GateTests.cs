using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Rights;

/// <summary>The gate in front of a few endpoints of a test's own, on the whole application.</summary>
public sealed class GateTests(PostgresServer postgres)
{
    private static readonly Scope Brest = new Scope.Facility("290000017");
    private static readonly Scope Quimper = new Scope.Facility("290020700");

    [Fact]
    public async Task An_endpoint_without_a_row_is_refused_to_everybody()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var administrator = await node.SignInAsync((Role.Administrator, Scope.National));

        Assert.Equal(HttpStatusCode.Forbidden, await node.Visitor().StatusOf("/api/gate/unlisted"));
        Assert.Equal(HttpStatusCode.Forbidden, await administrator.Browser.StatusOf("/api/gate/unlisted"));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var visitor = node.Visitor();

        var page = await visitor.GetAsync(new Uri("/gate/members", UriKind.Relative), TestContext.Current.CancellationToken);
        var api = await visitor.GetAsync(new Uri("/api/gate/members", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("/connexion?retour=%2Fgate%2Fmembers", page.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"sign_in_needed\"", await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task A_role_opens_what_lies_in_its_scope_alone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var manager = await node.SignInAsync((Role.FacilityManager, Brest));

        Assert.Equal(HttpStatusCode.OK, await manager.Browser.StatusOf("/api/gate/facilities/290000017"));
        Assert.Equal(HttpStatusCode.Forbidden, await manager.Browser.StatusOf("/api/gate/facilities/290020700"));
        Assert.Equal(HttpStatusCode.NotFound, await manager.Browser.StatusOf("/api/gate/hidden/290020700"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await manager.Browser.PostAsync(new Uri("/api/gate/facilities/290000017", UriKind.Relative), null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, OnEveryEngine]
    public async Task Several_roles_add_up(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var manager = await node.SignInAsync((Role.FacilityManager, Brest), (Role.FacilityManager, Quimper));

        Assert.Equal(HttpStatusCode.OK, await manager.Browser.StatusOf("/api/gate/facilities/290000017"));
        Assert.Equal(HttpStatusCode.OK, await manager.Browser.StatusOf("/api/gate/facilities/290020700"));
    }

    [Theory, OnEveryEngine]
    public async Task A_role_ended_a_moment_ago_opens_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var manager = await node.SignInAsync((Role.FacilityManager, Brest));
        await using var services = node.Services.CreateAsyncScope();
        var roles = services.ServiceProvider.GetRequiredService<IRoles>();

        var held = Assert.Single(await roles.OfAsync(manager.Account, TestContext.Current.CancellationToken));
        await roles.EndAsync(held.Id, "left the hospital", TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, await manager.Browser.StatusOf("/api/gate/facilities/290000017"));
    }

    [Theory, OnEveryEngine]
    public async Task Signing_out_everywhere_works_at_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(GateRoom.Join);
        var member = await node.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, await member.Browser.StatusOf("/gate/members"));

        await using var services = node.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<KnownAccounts>().SignOutEverywhereAsync(member.Account, TestContext.Current.CancellationToken);
        await services.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, await member.Browser.StatusOf("/gate/members"));
    }
}
