using System.Globalization;
using Relais.Kernel.Exercises;
using Relais.Web.Commands;

namespace Relais.Web.Hosting;

/// <summary>An exercise is not served after its end: true dossiers lie in it that nobody looks after any more.</summary>
internal sealed class ExerciseEnd(ExerciseMark mark, IHostApplicationLifetime application, TimeProvider clock) : BackgroundService
{
    public static async Task RefuseOverAsync(WebApplication app)
    {
        if (await app.Services.GetRequiredService<ExerciseMark>().FindAsync(app.Lifetime.ApplicationStopping) is { } exercise
            && app.Services.GetRequiredService<TimeProvider>().GetUtcNow() >= exercise.EndsAt)
        {
            throw new CommandRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"this exercise ended at {exercise.EndsAt:u}. Delete its copy of the dossiers with relais exercise end."));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await mark.FindAsync(stoppingToken) is { } exercise)
        {
            var left = exercise.EndsAt - clock.GetUtcNow();
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, stoppingToken);
            await Console.Out.WriteLineAsync("The exercise is over: Relais stops. Delete its copy of the dossiers with relais exercise end.");
            application.StopApplication();
        }
    }
}
