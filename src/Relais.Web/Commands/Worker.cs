using Relais.Web.Hosting;

namespace Relais.Web.Commands;

/// <summary>Sends messages and does jobs without serving pages: as many of these as the post needs, beside any number of servers.</summary>
internal sealed class Worker : ICommand
{
    public string Name => "worker";

    public async Task<int> RunAsync(string[] args)
    {
        await using var app = RelaisApp.Build(args, listens: false);
        await Durability.RequireAsync(app);
        await RelaisApp.PrepareAsync(app, app.Lifetime.ApplicationStopping);
        await ExerciseEnd.RefuseOverAsync(app);
        await app.StartAsync(app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
