using System.Data.Common;
using Relais.Kernel.Data;
using Relais.Web.Hosting;

namespace Relais.Web.Commands;

/// <summary>An installation whose data a command looks at, without starting it: nobody is served, nothing is sent, no schema changes.</summary>
internal sealed class StoppedInstallation : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StoppedInstallation(WebApplication app) => _app = app;

    public static StoppedInstallation Open(Settings settings) => new(RelaisApp.Build([.. settings.Configuration], listens: false));

    public IServiceProvider Services => _app.Services;

    /// <summary>Looks at databases that are there. One that is missing, away or older than the program is a refusal, not a finding.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        foreach (var database in Services.GetRequiredService<DatabaseCatalog>().All)
        {
            if (database is { HasJournal: true, Exists: false })
            {
                throw new CommandRefusedException($"there is no database at {database.Place}. Name it in ConnectionStrings__Relais.");
            }
        }

        try
        {
            return await read(Services);
        }
        catch (DbException exception)
        {
            throw new CommandRefusedException($"the database cannot be read: {exception.Message}. Was the installation ever started, and is it up to date?");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandRefusedException($"{exception.Message}: start the installation once with this program.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
