using System.Text.Json;
using Relais.Kernel.Demonstration;
using Relais.Web.Hosting;

namespace Relais.Web.Commands;

/// <summary>Serves an invented Brittany on an embedded database, made at the first start and kept.</summary>
internal sealed class Demo : ICommand
{
    private const int Seed = 20_200_323;

    public string Name => "demo";

    public async Task<int> RunAsync(string[] args)
    {
        var folder = Path.GetFullPath(Environment.GetEnvironmentVariable("RELAIS_HOME") ?? ".relais");
        Directory.CreateDirectory(folder);
        var signInsFile = Path.Combine(folder, "demonstration.json");

        await using var app = RelaisApp.Build(
        [
            $"--ConnectionStrings:Relais=Data Source={Path.Combine(folder, "demonstration.db")}",
            $"--Mail:Folder={Path.Combine(folder, "courrier")}",
            $"--Sms:Folder={Path.Combine(folder, "sms")}",
            "--Sms:InboundKey=demonstration-demonstration",
            "--Demonstration=true",
            .. args,
        ]);

        PlainHttp.RefuseBeyondLocalhost(app);
        Listening.CheckPortIsFree(app);
        await using var alone = TakeAlone(folder);
        if (!File.Exists(signInsFile))
        {
            // Written last: without it an earlier start was interrupted halfway.
            DropHalfMade(folder);
        }

        await RelaisApp.PrepareAsync(app, app.Lifetime.ApplicationStopping);
        await InvitedPeople.RefuseRealAsync(app);
        if (!File.Exists(signInsFile))
        {
            await SeedAsync(app, signInsFile);
        }

        await Listening.StartAsync(app);
        Print(JsonSerializer.Deserialize<DemonstrationSignIn[]>(await File.ReadAllTextAsync(signInsFile))!, app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Two demonstrations on one folder would invent over each other.</summary>
    private static FileStream TakeAlone(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "demonstration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CommandRefusedException($"a demonstration already runs on {folder}. Stop it, or name another folder in RELAIS_HOME.");
        }
    }

    private static void DropHalfMade(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "demonstration*.db*"))
        {
            File.Delete(file);
        }
    }

    private static async Task SeedAsync(WebApplication app, string signInsFile)
    {
        var started = TimeProvider.System.GetTimestamp();
        var run = new DemonstrationRun(
            new Random(Seed), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), line => Console.WriteLine($"  {line}"), []);
        Console.WriteLine("Inventing the demonstration…");
        foreach (var room in app.Services.GetRequiredService<IEnumerable<Func<IServiceProvider, IDemonstration>>>())
        {
            await using var scope = app.Services.CreateAsyncScope();
            await room(scope.ServiceProvider).SeedAsync(run, app.Lifetime.ApplicationStopping);
        }

        await File.WriteAllTextAsync(signInsFile, JsonSerializer.Serialize(run.SignIns));
        Console.WriteLine($"  done in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
    }

    private static void Print(IReadOnlyList<DemonstrationSignIn> signIns, string address)
    {
        Console.WriteLine();
        Console.WriteLine($"Relais is at {address} (invented data; Ctrl+C stops it)");
        Console.WriteLine();
        foreach (var signIn in signIns)
        {
            Console.WriteLine($"sign-in {signIn.Role} {signIn.Email} {signIn.Password}");
        }

        foreach (var signIn in signIns.Where(signIn => signIn.Token is not null))
        {
            Console.WriteLine($"token {signIn.Role} {signIn.Token}");
        }
    }
}
