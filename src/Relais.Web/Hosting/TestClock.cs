using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Kernel.Time;

namespace Relais.Web.Hosting;

/// <summary>Lets outsiders check behaviour over time; there only with <c>RELAIS_TEST_MODE=1</c>.</summary>
internal static class TestClock
{
    public static void MapTestClock(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TimeProvider>() is SettableClock clock)
        {
            app.MapPut("/api/v1/test/clock", Results<Ok<ClockSetting>, ValidationProblem> (ClockSetting setting) =>
            {
                clock.Set(setting.Now);
                return TypedResults.Ok(new ClockSetting(clock.GetUtcNow()));
            }).WithName("setTestClock");
        }
    }
}

internal sealed record ClockSetting(DateTimeOffset Now);
