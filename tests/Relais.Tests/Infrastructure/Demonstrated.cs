using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Demonstration;

namespace Relais.Tests.Infrastructure;

/// <summary>The demonstration as <c>./relais demo</c> makes it, on an installation of the test's own.</summary>
internal static class Demonstrated
{
    public static async Task<IReadOnlyList<DemonstrationSignIn>> SeedAsync(Node node)
    {
        var run = new DemonstrationRun(new Random(20_200_323), node.Services.GetRequiredService<TimeProvider>().GetUtcNow(), _ => { }, []);
        foreach (var room in node.Services.GetRequiredService<IEnumerable<Func<IServiceProvider, IDemonstration>>>())
        {
            await using var scope = node.Services.CreateAsyncScope();
            await room(scope.ServiceProvider).SeedAsync(run, TestContext.Current.CancellationToken);
        }

        return [.. run.SignIns];
    }
}
