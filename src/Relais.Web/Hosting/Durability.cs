using System.Data.Common;
using Relais.Kernel.Data;
using Relais.Web.Commands;

namespace Relais.Web.Hosting;

/// <summary>In production nothing is acknowledged that a power cut could take back.</summary>
internal static class Durability
{
    public static async Task RequireAsync(WebApplication app)
    {
        if (!app.Environment.IsProduction() || app.Configuration.GetValue<bool>("Demonstration"))
        {
            return;
        }

        if (await FaultsAsync(app) is [_, ..] faults)
        {
            throw new CommandRefusedException(string.Join(Environment.NewLine, faults));
        }
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(WebApplication app)
    {
        try
        {
            return await app.Services.GetRequiredService<DurableSettings>().FaultsAsync(app.Lifetime.ApplicationStopping);
        }
        catch (DbException exception)
        {
            throw new CommandRefusedException($"the database cannot be reached: {exception.Message}");
        }
    }
}
