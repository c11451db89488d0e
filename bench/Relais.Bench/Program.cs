using Relais.Bench;
using Relais.Bench.Accessibility;
using Relais.Bench.Mail;
using Relais.Bench.Maps;
using Relais.Bench.Needs;
using Relais.Bench.Planning;
using Relais.Bench.Refusals;
using Relais.Bench.Registers;

if (args is [ColdFrance.Name])
{
    ColdFrance.Run();
    return 0;
}

var sizes = args.Where(PlanningBenchmark.Knows).ToList();
IBenchmark[] benchmarks = [new MailBenchmark(), new PreviewBenchmark(), new InviteBenchmark(), new RefusalsBenchmark(), new RegisterBenchmark(), new MapsBenchmark(), new AccessibilityBenchmark(), new PlanningBenchmark(sizes)];

var chosen = benchmarks.Where(benchmark => args.Length is 0 || args.Contains(benchmark.Name, StringComparer.Ordinal)).ToList();
if (chosen.Count is 0 || args.Except(sizes, StringComparer.Ordinal).Except(benchmarks.Select(benchmark => benchmark.Name), StringComparer.Ordinal).Any())
{
    await Console.Error.WriteLineAsync($"There is: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}; after planning, folders or {string.Join(", ", PlanningBenchmark.Sizes)}");
    return 2;
}

foreach (var benchmark in chosen)
{
    Console.WriteLine($"# {benchmark.Name}: {benchmark.Question}");
    await benchmark.RunAsync();
}

return 0;
