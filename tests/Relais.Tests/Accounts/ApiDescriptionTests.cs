using System.Net.Http.Json;
using System.Text.Json;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Tests.Rights;

namespace Relais.Tests.Accounts;

public sealed class ApiDescriptionTests(PostgresServer postgres)
{
    [Fact]
    public async Task Every_operation_of_the_API_has_a_name_of_its_own_and_says_how_it_refuses()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var document = await node.Visitor().GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Where: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
            .Where(operation => operation.Where.Contains(" /api/v1/", StringComparison.Ordinal))
            .ToList();

        Assert.Empty(operations.Where(operation => !operation.Value.TryGetProperty("operationId", out _)).Select(operation => $"{operation.Where} has no name"));
        Assert.Empty(operations.GroupBy(operation => operation.Value.GetProperty("operationId").GetString(), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(operations, operation => Assert.True(operation.Value.GetProperty("responses").TryGetProperty("default", out _), operation.Where));
        var endpoints = await EndpointTable.ReadAsync(node.Services);
        Assert.Equal(endpoints.Count(endpoint => endpoint.Route.StartsWith("/api/v1/", StringComparison.Ordinal)), operations.Count);
    }
}
