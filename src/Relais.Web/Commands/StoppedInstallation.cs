using System.Data.Common;
using Relais.Kernel.Backup;
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

        return await WorkAsync(read);
    }

    /// <summary>Work on databases that need not be there yet.</summary>
    public async Task<T> WorkAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        try
        {
            return await work(Services);
        }
        catch (BackupRefusedException refusal)
        {
            throw new CommandRefusedException(refusal.Message);
        }
        catch (DbException exception)
        {
            throw new CommandRefusedException($"the database cannot be used: {exception.Message}. Is it there, was it ever started, and is it up to date?");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandRefusedException($"{exception.Message}: start the installation once with this program.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
