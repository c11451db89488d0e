namespace Relais.Kernel.Demonstration;

/// <summary>What a room invents for the demonstration. The same seed and clock give the same data.</summary>
public interface IDemonstration
{
    Task SeedAsync(DemonstrationRun run, CancellationToken cancellation);
}

/// <param name="Random">Seeded once for the whole run; rooms draw from it in the order of the house.</param>
/// <param name="Now">The instant around which needs and shifts are laid.</param>
/// <param name="Progress">A line for the person who waits.</param>
/// <param name="SignIns">The accounts to print at the end: role, address, password, API token.</param>
public sealed record DemonstrationRun(Random Random, DateTimeOffset Now, Action<string> Progress, IList<DemonstrationSignIn> SignIns);

public sealed record DemonstrationSignIn(string Role, string Email, string Password, string? Token);
