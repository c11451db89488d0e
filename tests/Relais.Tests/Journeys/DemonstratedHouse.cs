using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Journeys;

/// <summary>The demonstration, made once for the tests of a class, on a working morning: at night nobody is asked.</summary>
public sealed class DemonstratedHouse(PostgresServer postgres) : IAsyncLifetime
{
    private Installation? _installation;

    public SettableClock Clock { get; } = new();

    public Node Node { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Clock.Set(new DateTimeOffset(DateTime.UtcNow.Date.AddHours(9), TimeSpan.Zero));
        _installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        Node = _installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        Node.ServeBrowsers();
        await Demonstrated.SeedAsync(Node);
    }

    public ValueTask DisposeAsync() => _installation?.DisposeAsync() ?? ValueTask.CompletedTask;
}
