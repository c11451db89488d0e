using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Volunteers;

public class VolunteersApiTests(PostgresServer postgres)
{
    private const string Nurse =
        """
        {
          "firstName": "Ronan", "lastName": "Trézavel", "email": "ronan@exemple.fr", "status": "Active", "regime": "HospitalAgent", "rpps": "10005355572",
          "skills": [{ "cell": "nurse.emergency", "years": 4, "lastPractised": "2026-10-01" }], "home": "29024", "travelMinutes": 40,
          "zones": [{ "kind": "Department", "code": "29" }], "schemes": ["Shifts", "Waves"], "week": [[8, 9], [], [], [], [], [], []], "consent": true
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_program_registers_a_volunteer_by_the_same_rules(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        using var client = node.CreateClient();

        var created = await PostAsync(client, Nurse);
        var again = await PostAsync(client, Nurse.Replace("Ronan", "Malo", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(1, await node.WithDbAsync(db => db.Set<Volunteer>().CountAsync(Cancellation)));
        Assert.Equal((HttpStatusCode.Conflict, "rpps_taken"), (again.StatusCode, (await again.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_field_by_field()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var client = installation.AddNode().CreateClient();

        var refused = await PostAsync(client, """{ "firstName": "A", "noticeHours": -1, "zones": [{ "kind": "Epci", "code": "1" }], "skills": [{ "cell": "porter", "years": 99 }] }""");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("invalid_volunteer", problem.GetProperty("code").GetString());
        Assert.Equal(
            ["consent", "email", "home", "lastName", "noticeHours", "regime", "skills", "status", "zones"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"skills\": [null], \"zones\": [null], \"spells\": [null] }")]
    [InlineData("{ \"rpps\": \"123\" }")]
    [InlineData("{ \"week\": \"always\" }")]
    [InlineData("{ \"status\": \"Wizard\" }")]
    [InlineData("{ \"firstName\": \"😀\", \"home\": \"😀\" }")]
    public async Task Nonsense_is_refused_and_breaks_nothing(string json)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var client = installation.AddNode().CreateClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, json)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string json) =>
        client.PostAsync(new Uri("/api/v1/volunteers", UriKind.Relative), new StringContent(json, System.Text.Encoding.UTF8, "application/json"), Cancellation);
}
