using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Links;

namespace Relais.Kernel.Modules;

/// <summary>
/// One business capability: its pages, tables, migrations and services live in its own assembly,
/// and everything that is not in its <c>Contracts</c> folder is internal to it.
/// </summary>
public abstract class Module
{
    public Assembly Assembly => GetType().Assembly;

    public string Name => Assembly.GetName().Name!.Split('.')[^1];

    /// <summary>The constant under which the migrations of this room are recorded: a room may be renamed, its key may not.</summary>
    public abstract string Key { get; }

    /// <summary>The name of the database that holds the tables of this room.</summary>
    public virtual string Database => Data.Database.Main;

    public virtual void AddServices(IServiceCollection services)
    {
    }

    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Runs after the migrations, before the first request, on every node: it must be safe to run twice at once.</summary>
    public virtual Task PrepareAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>The modules of this installation, in the order in which their migrations run.</summary>
public sealed record ModuleCatalog(IReadOnlyList<Module> Modules);

public sealed class KernelModule : Module
{
    public override string Key => "kernel";

    /// <summary>
    /// The first key of signed links is made before anybody works: a link made inside a transaction could not wait for a
    /// key to be written outside of it.
    /// </summary>
    public override async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<SigningKeys>().CurrentAsync(cancellation);
}
