using System.Globalization;
using Relais.Accounts.Contracts;
using Relais.Web.Commands;

namespace Relais.Web.Hosting;

/// <summary>Who gets into an installation that nobody has entered yet, and who must not.</summary>
internal static class InvitedPeople
{
    /// <summary>Prints, once at each start until somebody used it, the link that makes the first administrator; a node whose output others read says <c>Invitation=false</c>.</summary>
    public static async Task InviteAsync(WebApplication app)
    {
        if (!app.Configuration.GetValue("Invitation", defaultValue: true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IFirstAdministrator>().InviteAsync(app.Lifetime.ApplicationStopping) is { } link)
        {
            Console.WriteLine("Nobody administers this installation yet. Open this link to create the first administrator; it works once:");
            Console.WriteLine(link.Address);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It expires at {link.ExpiresAt:u}. Start again for a fresh one."));
        }
    }

    /// <summary>Nobody is invented among real people.</summary>
    public static async Task RefuseRealAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IFirstAdministrator>().HasComeAsync(app.Lifetime.ApplicationStopping))
        {
            throw new CommandRefusedException("this database serves real people: the demonstration, whose passwords are public, is never made there.");
        }
    }

    /// <summary>The password of the demonstration's accounts is public.</summary>
    public static async Task RefuseInventedAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (app.Environment.IsProduction() && !app.Configuration.GetValue<bool>("Demonstration")
            && await scope.ServiceProvider.GetRequiredService<IFirstAdministrator>().HoldsDemonstrationAsync(app.Lifetime.ApplicationStopping))
        {
            throw new CommandRefusedException(
                "this database holds the demonstration, whose passwords are public. Name another in ConnectionStrings__Relais, or say --Demonstration=true to serve it as the demonstration.");
        }
    }
}
