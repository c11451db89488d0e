namespace Relais.Bench;

/// <summary>One figure of the README, with how it is measured.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Question { get; }

    Task RunAsync();
}
