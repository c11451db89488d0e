using Relais.Web.Hosting;

namespace Relais.Web.Commands;

/// <summary>Serves the platform on the database named by <c>ConnectionStrings__Relais</c>.</summary>
internal sealed class Serve : ICommand
{
    public string Name => "serve";

    public async Task<int> RunAsync(string[] args)
    {
        await using var app = RelaisApp.Build(args);
        PlainHttp.RefuseBeyondLocalhost(app);
        await Durability.RequireAsync(app);
        await RelaisApp.PrepareAsync(app, app.Lifetime.ApplicationStopping);
        await ExerciseEnd.RefuseOverAsync(app);
        await InvitedPeople.RefuseInventedAsync(app);
        await Listening.StartAsync(app);
        await InvitedPeople.InviteAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
